package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.transactions.DateOrder;
import io.segmenta.web.component.Formats;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which number of a date is which, with rows of the file read each way. */
final class DateOrderChooser extends Div {
    private static final int EXAMPLES = 3;

    private final RadioButtonGroup<DateOrder> group = new RadioButtonGroup<>();
    private final Paragraph verdict = new Paragraph();
    private final transient Formats formats;
    private List<String> values = List.of();

    DateOrderChooser(Formats formats, Runnable changed) {
        this.formats = formats;
        addClassName("date-order");
        verdict.addClassName("lead");
        group.setLabel(getTranslation("columns.dates"));
        group.setManualValidation(true);
        group.addValueChangeListener(change -> {
            refuse(null);
            changed.run();
        });
        add(verdict, group);
    }

    /**
     * @param decided what the whole column allows, or null where both readings fit
     * @param chosen null where nothing was chosen yet
     * @param sample values of the date column
     */
    void show(@Nullable DateOrder decided, @Nullable DateOrder chosen, List<String> sample) {
        values = DateReading.differentDays(sample).stream().limit(EXAMPLES).toList();
        // Offered is what reads at least one example; where none can be read here, the engine may still know how.
        List<DateOrder> fitting =
                Stream.of(DateOrder.values()).filter(this::reads).toList();
        group.setItems(fitting.isEmpty() ? List.of(DateOrder.values()) : fitting);
        verdict.setText(
                decided == null
                        ? getTranslation("columns.dates.ask")
                        : getTranslation("columns.dates.decided", decided.label()));
        group.setItemLabelGenerator(order -> getTranslation("columns.dates.option", order.label(), reading(order)));
        group.setValue(chosen == null ? decided : chosen);
    }

    private boolean reads(DateOrder order) {
        return values.stream().anyMatch(value -> DateReading.read(value, order).isPresent());
    }

    @Nullable DateOrder order() {
        return group.getValue();
    }

    void refuse(@Nullable String why) {
        group.setInvalid(why != null);
        group.setErrorMessage(why);
    }

    private String reading(DateOrder order) {
        return values.stream()
                .map(value -> getTranslation(
                        "columns.dates.example",
                        value,
                        DateReading.read(value, order)
                                .map(formats::date)
                                .orElse(getTranslation("columns.dates.impossible"))))
                .collect(Collectors.joining(" · "));
    }
}
