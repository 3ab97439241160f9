package io.segmenta.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.Assumption;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.OptimisedSplit;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.plan.SavedScenario;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeDatasets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ScenariosTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Databases databases;
    private RunId run;

    @BeforeEach
    void open(@TempDir Path folder) {
        databases = Databases.open(folder);
        databases.datasets.add(FakeDatasets.RETAIL);
        run = databases.runs.add(Example.recipe(), new UserName("anna"), NOON);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void scenariosComeBackAsTheyWere() {
        RoiScenario pays = scenario("Spring", 1_000_000, 500_000);
        RoiScenario hopeless = scenario("Nobody buys", 5_000, 0);
        assertThat(hopeless.paybackDays()).isInfinite();
        assertThat(hopeless.breakEvenUplift()).isInfinite();
        assertThat(databases.scenarios.add(run, pays, NOON, new UserName("anna")))
                .isTrue();
        assertThat(databases.scenarios.add(run, hopeless, NOON.plusSeconds(1), new UserName("ben")))
                .isTrue();
        List<SavedScenario> saved = databases.scenarios.all(run);
        assertThat(saved).extracting(SavedScenario::scenario).containsExactly(pays, hopeless);
        assertThat(saved).extracting(SavedScenario::by).containsExactly(new UserName("anna"), new UserName("ben"));
        assertThat(saved).extracting(SavedScenario::at).containsExactly(NOON, NOON.plusSeconds(1));
    }

    @Test
    void aNameIsTakenOnlyOnceInARun() {
        RunId other = databases.runs.add(Example.recipe(), new UserName("anna"), NOON);
        assertThat(databases.scenarios.add(run, scenario("Spring", 100, 50), NOON, new UserName("anna")))
                .isTrue();
        assertThat(databases.scenarios.add(run, scenario("Spring", 200, 50), NOON, new UserName("ben")))
                .isFalse();
        assertThat(databases.scenarios.add(other, scenario("Spring", 200, 50), NOON, new UserName("ben")))
                .isTrue();
        assertThat(databases.scenarios.all(run)).hasSize(1);
    }

    @Test
    void theyAreDeletedOneByOneAndWithTheirRun() {
        databases.scenarios.add(run, scenario("Spring", 100, 50), NOON, new UserName("anna"));
        databases.scenarios.add(run, scenario("Autumn", 100, 50), NOON, new UserName("anna"));
        databases.scenarios.delete(run, databases.scenarios.all(run).getFirst().id());
        assertThat(databases.scenarios.all(run))
                .extracting(s -> s.scenario().name())
                .containsExactly("Autumn");
        databases.runs.delete(run);
        assertThat(databases.scenarios.all(run)).isEmpty();
    }

    private static RoiScenario scenario(String name, long cents, double revenue) {
        List<Segment> segments = Example.segments();
        List<Assumption> revenues =
                segments.stream().map(any -> new Assumption(revenue, "known")).toList();
        Assumptions assumptions = Assumptions.defaults(segments, revenues, DefaultPlaybook.load(), 91);
        return RoiScenario.of(name, OptimisedSplit.split(new Money(cents), assumptions), assumptions, new Seed(1));
    }
}
