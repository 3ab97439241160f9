package io.segmenta.service.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.Services;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.pipeline.TuningReport;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.Trial;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Searches on the shipped sample through the services. */
@SpringBootTest(classes = Services.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TunedRunIT {
    @Autowired
    DatasetService datasets;

    @Autowired
    RunService runs;

    private Recipe recipe(int trials) {
        Dataset dataset = datasets.addSample(Progress.SILENT);
        MappingProposal proposal = datasets.propose(dataset.fingerprint());
        Map<Field, String> headers = new EnumMap<>(Field.class);
        proposal.suggestions()
                .forEach((field, suggestion) -> suggestion.header().ifPresent(header -> headers.put(field, header)));
        return Recipe.of(
                "Tuned",
                new Source(
                        dataset.fingerprint(),
                        new ColumnMapping(headers, Objects.requireNonNull(proposal.dateOrder()))),
                new Method.Searched(new TuningSettings(
                        List.of(Algorithm.values()), trials, 3, 5, Objective.USABLE_SEGMENTS, 0.02, null)),
                new Seed(42));
    }

    private Fitting fitting(RunId run) {
        return Objects.requireNonNull(runs.result(run).orElseThrow().insights().fitting());
    }

    @Test
    void everyTrialIsKeptAndTheBestIsTheRun() throws Exception {
        RunHandle handle = runs.submit(recipe(6), new UserName("anna"));
        assertThat(handle.await().status()).isEqualTo(RunStatus.SUCCEEDED);

        Fitting fitting = fitting(handle.id());
        TuningReport report = Objects.requireNonNull(fitting.tuning());
        assertThat(report.complete()).isTrue();
        assertThat(report.trials()).hasSize(18).extracting(Trial::number).startsWith(1, 2, 3);
        Trial winner = report.leaderboard().getFirst();
        assertThat(report.best()).isEqualTo(winner.number());
        assertThat(fitting.parameters()).isEqualTo(winner.parameters());
        RunResult result = runs.result(handle.id()).orElseThrow();
        assertThat(result.metrics().silhouette()).isEqualTo(winner.score());
        assertThat(result.segments()).allMatch(segment -> segment.share() >= 0.02);
        assertThat(result.segments().stream().mapToInt(Segment::customers).boxed())
                .as("the sizes of the winner")
                .hasSize(winner.sizes().length);
        assertThat(runs.summary(handle.id()).orElseThrow().algorithm()).endsWith("best of 18 trials");
    }

    @Test
    void aStoppedSearchKeepsItsBest() throws Exception {
        RunHandle handle = runs.submit(recipe(300), new UserName("anna"));
        CountDownLatch some = new CountDownLatch(1);
        AutoCloseable watch = handle.watch(now -> {
            if (now.trials().stream().anyMatch(Trial::isFeasible)) {
                some.countDown();
            }
        });
        assertThat(some.await(2, TimeUnit.MINUTES)).isTrue();
        handle.keepBest();
        assertThat(handle.await().status()).isEqualTo(RunStatus.SUCCEEDED);
        watch.close();
        TuningReport report = Objects.requireNonNull(fitting(handle.id()).tuning());
        assertThat(report.complete()).isFalse();
        assertThat(report.trials()).hasSizeLessThan(900).anyMatch(Trial::isFeasible);
    }
}
