package io.segmenta.web.component.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.web.component.Formats;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChartSpecTest {

    @Test
    void aseriesHasOneValuePerCategory() {
        ChartSpec bars = ChartSpec.bar(List.of("A", "B"));
        assertThatThrownBy(() -> bars.withValues("Revenue", List.of(1.0), null))
                .hasMessageContaining("\"Revenue\" has 1 values for 2 categories");
    }

    @Test
    void colorsAreOnePerCategoryOrNone() {
        ChartSpec bars = ChartSpec.bar(List.of("A", "B"));
        assertThatThrownBy(() -> bars.withColors(List.of("red"))).hasMessageContaining("1 colours for 2 categories");
        assertThat(bars.withColors(List.of()).colors()).isEmpty();
    }

    @Test
    void eachStepGivesANewSpec() {
        ChartSpec empty = ChartSpec.line();
        ChartSpec one = empty.withPoints("f", List.of(new ChartSpec.Point(1, 2)), null);
        assertThat(empty.series()).isEmpty();
        assertThat(one.series()).hasSize(1);
    }

    @Test
    void theElementGetsTheWholeSpec() {
        Formats formats = new Formats(Locale.UK, ZoneOffset.UTC, null).in("GBP");
        ChartSpec spec = ChartSpec.bar(List.of("A", "B"))
                .withNumbers(NumberStyle.MONEY)
                .withValues("Revenue", List.of(1.5, Double.NaN), "var(--accent)");
        Chart chart = new Chart(spec, "A brings all.", formats);
        assertThat(chart.getElement().getAttribute("role")).isEqualTo("img");
        assertThat(chart.getElement().getAttribute("aria-label")).isEqualTo("A brings all.");
        assertThat(chart.getElement().getPropertyRaw("spec").toString())
                .contains(
                        "\"kind\":\"BAR\"",
                        "\"locale\":\"en-GB\"",
                        "\"currency\":\"GBP\"",
                        "\"points\":[[0.0,1.5],[1.0,null]]");
    }

    @Test
    void thePointsOfASpaceAreLimited() {
        int n = Scatter3d.MOST_POINTS + 1;
        Scatter3d.Group many =
                new Scatter3d.Group(0, "A", "red", new double[n], new double[n], new double[n], new String[n]);
        assertThatThrownBy(() -> new Scatter3d.Data(List.of("x", "y", "z"), ".,", List.of(many)))
                .hasMessageContaining("20001 points");
    }
}
