package io.segmenta.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeRuns;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.chart.Scatter3d;
import io.segmenta.web.shell.FinishedRun;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomerCloudTest {

    private static final CustomerCloud.Words KEYS =
            (key, values) -> key + Stream.of(values).map(Object::toString).collect(Collectors.joining("|"));

    private final FakeRuns runs = new FakeRuns().addExample();
    private final FinishedRun run = new FinishedRun(
            Example.summary(1),
            Example.recipe(),
            Example.result(),
            new Formats(Locale.GERMANY, ZoneOffset.UTC, Currency.getInstance("EUR")));

    @Test
    void agroupPerSegmentWithOnePointPerCustomer() {
        Scatter3d.Data data = new CustomerCloud(runs, run).data(KEYS);
        assertThat(data.groups()).hasSize(5);
        assertThat(data.groups()).allSatisfy(group -> {
            assertThat(group.x()).hasSize(12);
            assertThat(group.y()).hasSize(12);
            assertThat(group.z()).hasSize(12);
            assertThat(group.text()).hasSize(12);
        });
        assertThat(data.groups().getFirst().color()).isEqualTo("var(--persona-vip)");
    }

    @Test
    void writesNumbersInTheUsersLocale() {
        Scatter3d.Data data = new CustomerCloud(runs, run).data(KEYS);
        assertThat(data.separators()).isEqualTo(",.");
        assertThat(data.groups().getFirst().text()[0]).isEqualTo("explorer.point12400|16|1|9.503,00\u00a0€|16|1");
    }

    @Test
    void whoSpentNothingStillHasAPlaceOnALogarithmicAxis() {
        runs.customers.clear();
        runs.customers.add(new Assignment("A", 5, 1, 0, 1, 0, false, 4, null, null));
        Scatter3d.Data data = new CustomerCloud(runs, run).data(KEYS);
        assertThat(data.groups().getFirst().z()).containsExactly(0.5);
        assertThat(data.groups().getFirst().text()[0]).contains("|0,00\u00a0€|");
    }

    @Test
    void anIdIsTextAndNeverMarkup() {
        runs.customers.clear();
        runs.customers.add(new Assignment("<img src=x>&", 5, 1, 1, 1, 0, false, 4, null, null));
        Scatter3d.Data data = new CustomerCloud(runs, run).data(KEYS);
        assertThat(data.groups().getFirst().text()[0]).startsWith("explorer.point&lt;img src=x&gt;&amp;|");
    }
}
