package io.segmenta.web.component.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import io.segmenta.web.component.Formats;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A chart in the page. Showing something else changes it in place. ApexCharts 4.7.0 is the last release under an open licence: do not raise it. */
@Tag("segmenta-chart")
@JsModule("./chart/segmenta-chart.ts")
@NpmPackage(value = "apexcharts", version = "4.7.0")
public final class Chart extends Component implements HasStyle {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** @param sentence says what the chart says, for those who do not see it */
    public Chart(ChartSpec spec, String sentence, Formats formats) {
        getElement().setAttribute("role", "img");
        show(spec, sentence, formats);
    }

    public void show(ChartSpec spec, String sentence, Formats formats) {
        getElement().setAttribute("aria-label", sentence);
        getStyle().set("min-height", spec.height() + "px");
        getElement().setPropertyJson("spec", json(spec, formats));
    }

    private static ObjectNode json(ChartSpec spec, Formats formats) {
        ObjectNode json = JSON.objectNode();
        json.put("kind", spec.kind().name());
        json.put("locale", formats.locale().toLanguageTag());
        var currency = formats.currency();
        json.put("currency", currency == null ? null : currency.getCurrencyCode());
        spec.categories().forEach(json.putArray("categories")::add);
        spec.colors().forEach(json.putArray("colors")::add);
        ArrayNode series = json.putArray("series");
        for (ChartSpec.Series each : spec.series()) {
            ObjectNode one = series.addObject();
            one.put("name", each.name());
            one.put("color", each.color());
            ArrayNode points = one.putArray("points");
            for (ChartSpec.Point point : each.points()) {
                ArrayNode pair = points.addArray().add(point.x());
                if (Double.isFinite(point.y())) {
                    pair.add(point.y());
                } else {
                    pair.addNull();
                }
            }
        }
        ArrayNode marks = json.putArray("marks");
        spec.marks().forEach(mark -> marks.addObject().put("x", mark.x()).put("text", mark.text()));
        ArrayNode dots = json.putArray("dots");
        spec.dots()
                .forEach(dot ->
                        dots.addObject().put("x", dot.x()).put("y", dot.y()).put("color", dot.color()));
        json.put("xTitle", spec.xTitle());
        json.put("yTitle", spec.yTitle());
        json.put("numbers", spec.numbers().name());
        json.put("xNumbers", spec.xNumbers().name());
        json.put("legend", spec.legend());
        json.put("max", spec.max());
        json.put("height", spec.height());
        return json;
    }
}
