package io.segmenta.web.component.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Points on three logarithmic axes that the user can turn. The points are fetched by the browser once the page is there, so neither the page
 * nor its state on the server grows with them.
 */
@Tag("segmenta-scatter3d")
@JsModule("./chart/segmenta-scatter3d.ts")
@NpmPackage(value = "plotly.js-gl3d-dist-min", version = "3.7.0")
public final class Scatter3d extends Component implements HasStyle {

    /** The browser draws this many fluently. */
    public static final int MOST_POINTS = 20_000;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /**
     * Goes to the browser as it is.
     *
     * @param axes names of x, y and z
     * @param separators decimal sign, then the sign between thousands
     */
    public record Data(List<String> axes, String separators, List<Group> groups) {

        public Data {
            axes = List.copyOf(axes);
            groups = List.copyOf(groups);
            if (axes.size() != 3) {
                throw new IllegalArgumentException("Three axes need three names, not " + axes + ".");
            }
            long points = groups.stream().mapToLong(group -> group.x().length).sum();
            if (points > MOST_POINTS) {
                throw new IllegalArgumentException(
                        points + " points are more than a browser turns fluently: sample " + MOST_POINTS + ".");
            }
        }
    }

    /**
     * Points of one colour; the arrays have one entry a point.
     *
     * @param text shown when pointing at it
     * @param color as CSS
     */
    public record Group(int cluster, String name, String color, double[] x, double[] y, double[] z, String[] text) {}

    /**
     * @param data asked for when the browser wants it, outside the session's lock
     * @param sentence says what it shows, for those who do not see it
     */
    public Scatter3d(Supplier<Data> data, String sentence) {
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", sentence);
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        for (String key : List.of("left", "right", "closer", "farther", "reset", "loading", "failed")) {
            words.put(key, getTranslation("scatter." + key));
        }
        getElement().setPropertyJson("words", words);
        getElement().setAttribute("src", (DownloadHandler) event -> write(event, data.get()));
    }

    /** Hides all other clusters; none given shows all. */
    public void showOnly(Collection<Integer> clusters) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        clusters.forEach(numbers::add);
        getElement().setPropertyJson("clusters", numbers);
    }

    private static void write(DownloadEvent event, Data data) throws IOException {
        event.setContentType("application/json");
        event.getResponse().setHeader("Cache-Control", "no-store");
        event.getOutputStream().write(MAPPER.writeValueAsBytes(data));
    }
}
