package io.segmenta.web.component.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.web.component.Formats;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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
        Formats formats = new Formats(Locale.UK, ZoneOffset.UTC, Currency.getInstance("GBP"));
        ChartSpec spec = ChartSpec.bar(List.of("A", "B"))
                .withNumbers(NumberStyle.MONEY)
                .withValues("Revenue", List.of(1.5, Double.NaN), "var(--accent)")
                .withMark(1, "now")
                .withDot(1, 2, "red");
        Chart chart = new Chart(spec, "A brings all.", formats);
        assertThat(chart.getElement().getAttribute("role")).isEqualTo("img");
        assertThat(chart.getElement().getAttribute("aria-label")).isEqualTo("A brings all.");
        assertThat(chart.getElement().getPropertyRaw("spec"))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"kind": "BAR", "locale": "en-GB", "currency": "GBP",
                         "categories": ["A", "B"], "colors": [],
                         "series": [{"name": "Revenue", "color": "var(--accent)", "points": [[0.0, 1.5], [1.0, null]]}],
                         "marks": [{"x": 1.0, "text": "now"}], "dots": [{"x": 1.0, "y": 2.0, "color": "red"}],
                         "xTitle": "", "yTitle": "", "numbers": "MONEY", "xNumbers": "COUNT",
                         "legend": false, "max": null, "height": 160}
                        """));
    }

    @Test
    void aLineWithoutACurrencyHasTheSameParts() {
        Formats formats = new Formats(Locale.GERMANY, ZoneOffset.UTC, null);
        ChartSpec spec = ChartSpec.line()
                .withTitles("Days", "Share")
                .withXNumbers(NumberStyle.PERCENT)
                .withMax(0.5)
                .withPoints("f", List.of(new ChartSpec.Point(0.25, 1e-9)), null);
        assertThat(new Chart(spec, "", formats).getElement().getPropertyRaw("spec"))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"kind": "LINE", "locale": "de-DE", "currency": null,
                         "categories": [], "colors": [],
                         "series": [{"name": "f", "color": null, "points": [[0.25, 1e-9]]}],
                         "marks": [], "dots": [],
                         "xTitle": "Days", "yTitle": "Share", "numbers": "COUNT", "xNumbers": "PERCENT",
                         "legend": false, "max": 0.5, "height": 320}
                        """));
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
