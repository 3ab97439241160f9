package io.segmenta.web.compare;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.base.RunId;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Which two runs to compare. */
final class RunPair extends Div {
    private final ComboBox<RunSummary> before;
    private final ComboBox<RunSummary> after;
    private final transient BiConsumer<@Nullable RunId, @Nullable RunId> listener;

    /** @param listener hears of each change by the user: the ids of both runs, null where none is chosen */
    RunPair(List<RunSummary> runs, BiConsumer<@Nullable RunId, @Nullable RunId> listener) {
        this.listener = listener;
        addClassName("run-pair");
        before = box("before", runs);
        after = box("after", runs);
        Button swap = new Button(Glyph.REPEAT.svg(), click -> swap());
        swap.setAriaLabel(getTranslation("compare.swap"));
        swap.setTooltipText(getTranslation("compare.swap"));
        swap.addThemeVariants(ButtonVariant.TERTIARY);
        add(before, swap, after);
    }

    private ComboBox<RunSummary> box(String key, List<RunSummary> runs) {
        ComboBox<RunSummary> box = new ComboBox<>(getTranslation("compare." + key));
        Formats formats = Formats.current();
        box.setItemLabelGenerator(run ->
                getTranslation("compare.run", run.name(), String.valueOf(run.id()), formats.instant(run.created())));
        box.setItems(runs);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tell();
            }
        });
        return box;
    }

    void show(@Nullable RunSummary left, @Nullable RunSummary right) {
        before.setValue(left);
        after.setValue(right);
    }

    private void swap() {
        RunSummary left = before.getValue();
        show(after.getValue(), left);
        tell();
    }

    private void tell() {
        listener.accept(id(before.getValue()), id(after.getValue()));
    }

    private static @Nullable RunId id(@Nullable RunSummary run) {
        return run == null ? null : run.id();
    }
}
