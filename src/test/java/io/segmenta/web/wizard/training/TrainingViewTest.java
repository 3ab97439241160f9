package io.segmenta.web.wizard.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.tune.Trial;
import io.segmenta.service.run.RunProgress;
import io.segmenta.service.run.RunStatus;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeRun;
import io.segmenta.testing.ViewTest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainingViewTest extends ViewTest {
    @Test
    void itShowsStagesPercentTimesAndDetailLive() {
        FakeRun run = submitted();
        open("runs/1/training");
        assertThat(text()).contains("Waiting for an earlier run to end");

        run.is(running(Stage.FEATURES, 61, Duration.ofSeconds(12)));
        push();

        assertThat(text())
                .contains("61%", "3 min 5 s", "about 12 s", "4,339 customers so far")
                .contains("Cleaning the transactions\ndone", "Computing customer features\nunder way")
                .contains("Finding segments\nto come");
    }

    @Test
    void whenDoneItOpensTheResults() {
        FakeRun run = submitted();
        open("runs/1/training");
        runs.results.put(new RunId(1), Example.result());
        runs.summaries.put(new RunId(1), Example.summary(1));
        run.is(new RunProgress(RunStatus.SUCCEEDED, Stage.STORE, 100, "Done", Duration.ofSeconds(4), null, List.of()));
        push();

        assertThat(address()).isEqualTo("runs/1");
        assertThat(run.watchers()).isZero();
    }

    @Test
    void aFinishedRunLeadsToItsResultsAtOnce() {
        runs.addExample();
        open("runs/1/training");

        assertThat(address()).isEqualTo("runs/1");
    }

    @Test
    void leavingEndsTheWatchingAndComingBackTakesItUp() {
        FakeRun run = submitted();
        open("runs/1/training");
        assertThat(run.watchers()).isEqualTo(1);
        open("new/data");
        assertThat(run.watchers()).isZero();

        open("runs/1/training");
        run.is(running(Stage.CLUSTER, 80, null));
        push();

        assertThat(run.watchers()).isEqualTo(1);
        assertThat(text()).contains("80%", "Not known yet");
    }

    @Test
    void cancelAsksTheRunToStopAndSaysSoAfterwards() {
        FakeRun run = submitted();
        open("runs/1/training");
        test(find(Button.class).withText("Cancel the run").single()).click();
        assertThat(run.cancelled).isTrue();
        assertThat(text()).contains("Cancelling…");

        run.is(ended(RunStatus.CANCELLED));
        push();

        assertThat(text()).contains("The run was cancelled", "Start again");
    }

    @Test
    void aFailureIsSaidAndCanBeStartedAgain() {
        FakeRun run = submitted();
        runs.summaries.put(new RunId(1), Example.failed(1, "There are 3 customers, too few for 5 segments."));
        run.is(ended(RunStatus.FAILED));
        open("runs/1/training");

        assertThat(text()).contains("The run failed", "There are 3 customers, too few for 5 segments.");
        assertThat(href("Change the settings")).startsWith("new/configure?").contains("segments=5");
        test(find(Button.class).withText("Start again").single()).click();

        assertThat(address()).isEqualTo("runs/2/training");
        assertThat(text()).contains("Waiting for an earlier run to end");
        assertThat(runs.handle(new RunId(2)))
                .get()
                .extracting(handle -> ((FakeRun) handle).watchers())
                .isEqualTo(1);
    }

    @Test
    void anInterruptedRunSaysWhatHappened() {
        submitted().is(ended(RunStatus.INTERRUPTED));
        open("runs/1/training");

        assertThat(text()).contains("The run was interrupted", "Segmenta was stopped while it was running");
    }

    @Test
    void anUnknownRunIsNotFound() {
        open("runs/77/training");

        assertThat(text()).contains("There is no run number 77 here");
    }

    @Test
    void aSearchShowsItsTrialsBestFirst() {
        FakeRun run = searching();
        run.is(searched(Example.trials().subList(1, 2)));
        open("runs/1/training");
        assertThat(text()).contains("No usable segments yet, after 1 of 60 trials.");
        assertThat(find(Button.class)
                        .withText("Stop and keep the best")
                        .single()
                        .isEnabled())
                .isFalse();

        run.is(searched(Example.trials()));
        push();

        assertThat(text())
                .contains("Best so far: k-means with 5 segments, silhouette 0.259, after 4 of 60 trials.")
                .containsSubsequence(
                        "Trial 1",
                        "k-means++ start, 10 restarts",
                        "Trial 4",
                        "known already",
                        "Trial 2",
                        "average linkage",
                        "4,336 · 2 · 1",
                        "the least allowed is 2.0 %",
                        "Trial 3",
                        "full covariance",
                        "collapsed");
    }

    @Test
    void theSearchIsStoppedAndItsBestKept() {
        FakeRun run = searching();
        run.is(searched(Example.trials()));
        open("runs/1/training");
        test(find(Button.class).withText("Stop and keep the best").single()).click();

        assertThat(run.keptBest).isTrue();
        assertThat(run.cancelled).isFalse();
        run.is(searched(Example.trials()));
        push();
        assertThat(find(Button.class)
                        .withText("Finishing with the best so far…")
                        .single()
                        .isEnabled())
                .isFalse();
    }

    @Test
    void aRunWithoutASearchHasNothingToKeep() {
        submitted().is(running(Stage.CLUSTER, 60, null));
        open("runs/1/training");

        assertThat(text()).doesNotContain("Stop and keep the best", "Best so far");
    }

    private FakeRun searching() {
        return (FakeRun) runs.submit(Example.tunedRecipe(), new UserName("test"));
    }

    private static RunProgress searched(List<Trial> trials) {
        return new RunProgress(RunStatus.RUNNING, Stage.CLUSTER, 40, "", Duration.ofSeconds(2), null, trials);
    }

    private FakeRun submitted() {
        return (FakeRun) runs.submit(Example.recipe(), new UserName("test"));
    }

    private static RunProgress running(Stage stage, int percent, @Nullable Duration remaining) {
        return new RunProgress(
                RunStatus.RUNNING,
                stage,
                percent,
                "4,339 customers so far",
                Duration.ofSeconds(185),
                remaining,
                List.of());
    }

    private static RunProgress ended(RunStatus status) {
        return new RunProgress(status, Stage.CLUSTER, 70, "", Duration.ofSeconds(3), null, List.of());
    }
}
