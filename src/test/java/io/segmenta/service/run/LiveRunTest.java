package io.segmenta.service.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.testing.Example;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LiveRunTest {
    /** Goes when it is told to. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        void forward(int seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final HandClock clock = new HandClock();
    private final LiveRun run = new LiveRun(new RunId(1), clock);

    @Test
    void waitsAtZero() {
        clock.forward(100);
        assertThat(run.progress().status()).isEqualTo(RunStatus.QUEUED);
        assertThat(run.progress().percent()).isZero();
        assertThat(run.progress().elapsed()).isZero();
        assertThat(run.progress().remaining()).isNull();
    }

    @Test
    void thePercentNeverFalls() {
        run.start(Example.recipe());
        run.report(Stage.FEATURES, 0.5, "");
        int before = run.progress().percent();
        run.report(Stage.FEATURES, 0.1, "once more");
        run.report(Stage.CLEAN, 0, "");
        assertThat(run.progress().percent()).isEqualTo(before).isPositive();
    }

    @Test
    void theStagesFillTheWhole() {
        assertThat(Stage.CLEAN.percent(0, false)).isZero();
        assertThat(Stage.STORE.percent(1, false)).isEqualTo(100);
        assertThat(Stage.CLEAN.percent(7, false)).isEqualTo(Stage.FEATURES.percent(-1, false));
    }

    @Test
    void estimatesTheRestAtTheSpeedSoFar() {
        run.start(Example.recipe());
        run.report(Stage.CLEAN, 0, "");
        clock.forward(10);
        assertThat(run.progress().remaining()).as("too early").isNull();
        run.report(Stage.CLEAN, 1, "");
        long percent = Math.round(Stage.CLEAN.percent(1, false));
        assertThat(run.progress().remaining())
                .isEqualTo(Duration.ofMillis(Math.round(10_000.0 * (100 - percent) / percent)));
    }

    @Test
    void whoeverWorksOnACancelledRunIsStopped() {
        run.start(Example.recipe());
        run.report(Stage.CLEAN, 0.5, "");
        run.end(RunStatus.CANCELLED, "over");
        assertThatThrownBy(() -> run.report(Stage.CLEAN, 0.6, "")).isInstanceOf(CancelledException.class);
        clock.forward(50);
        assertThat(run.progress().elapsed()).isZero();
        assertThat(run.progress().remaining()).isNull();
    }

    @Test
    void theFirstEndStays() throws Exception {
        run.start(Example.recipe());
        run.end(RunStatus.SUCCEEDED, "over");
        run.end(RunStatus.FAILED, "over");
        assertThat(run.await().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.await().percent()).isEqualTo(100);
    }

    @Test
    void withoutWordsOfItsOwnAStageHasItsLabel() {
        run.start(Example.recipe());
        run.report(Stage.CLUSTER, 0, "");
        assertThat(run.progress().detail()).isEqualTo(Stage.CLUSTER.label());
        run.report(Stage.CLUSTER, 0.1, "restart 3 of 10");
        assertThat(run.progress().detail()).isEqualTo("restart 3 of 10");
    }
}
