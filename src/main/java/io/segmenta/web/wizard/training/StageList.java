package io.segmenta.web.wizard.training;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.service.run.RunProgress;
import java.util.EnumMap;
import java.util.Map;

/** The stages of a run: done, under way, to come. Said in words too, not by colour alone. */
final class StageList extends OrderedList {
    private record Line(ListItem item, Span state) {}

    private final Map<Stage, Line> lines = new EnumMap<>(Stage.class);

    StageList() {
        addClassName("stages");
        for (Stage stage : Stage.values()) {
            Span state = new Span();
            state.addClassName("quiet");
            ListItem item = new ListItem(new Span(stage.label()), state);
            lines.put(stage, new Line(item, state));
            add(item);
        }
    }

    void show(RunProgress now) {
        lines.forEach((stage, line) -> {
            String word = word(stage, now);
            line.item.setClassName(word);
            line.state.setText(getTranslation("training.stage." + word));
        });
    }

    private static String word(Stage stage, RunProgress now) {
        int order = stage.compareTo(now.stage());
        return switch (now.status()) {
            case QUEUED -> "waiting";
            case SUCCEEDED -> "done";
            case RUNNING -> order < 0 ? "done" : order == 0 ? "running" : "waiting";
            case FAILED, CANCELLED, INTERRUPTED -> order < 0 ? "done" : order == 0 ? "stopped" : "waiting";
        };
    }
}
