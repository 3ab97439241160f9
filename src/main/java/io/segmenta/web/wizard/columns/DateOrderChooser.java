package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.web.component.Formats;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which number of a date is which: decided by the whole column, or asked with rows of the file read each way. */
final class DateOrderChooser extends Div {
    private final RadioButtonGroup<DateOrder> group = new RadioButtonGroup<>();
    private final Paragraph verdict = new Paragraph();
    private final transient Formats formats;
    private transient @Nullable DateColumn column;
    private boolean settled = true;

    DateOrderChooser(Formats formats, Runnable changed) {
        this.formats = formats;
        addClassName("date-order");
        verdict.addClassName("lead");
        group.setLabel(getTranslation("columns.dates"));
        group.setManualValidation(true);
        group.setItemLabelGenerator(order -> getTranslation("columns.dates.option", order.label(), reading(order)));
        group.addValueChangeListener(change -> {
            refuse(null);
            if (settled) {
                changed.run();
            }
        });
        add(verdict, group);
    }

    /** As long as no column is chosen. */
    void showNothing() {
        column = null;
        settled = false;
        group.setItems(DateOrder.values());
        settled = true;
        group.setVisible(false);
        verdict.setText(getTranslation("columns.dates.first"));
    }

    /** @param chosen null where nothing was chosen yet; what the column does not allow counts as that */
    void show(String header, DateColumn column, @Nullable DateOrder chosen) {
        this.column = column;
        DateOrder decided = column.decided().orElse(null);
        // Also offered is what reads at least one example: somebody may know better.
        List<DateOrder> offered = Stream.of(DateOrder.values())
                .filter(order -> column.orders().isEmpty()
                        || column.orders().contains(order)
                        || !days(order).isEmpty())
                .toList();
        settled = false;
        group.setItems(offered);
        group.setValue(offered.contains(chosen) && !column.orders().isEmpty() ? chosen : decided);
        settled = true;
        // where each order reads the same days, as of dates that begin with the year, there is nothing to choose
        group.setVisible(
                decided == null || offered.stream().map(this::days).distinct().count() > 1);
        verdict.setText(verdict(header, column, decided));
    }

    private String verdict(String header, DateColumn column, @Nullable DateOrder decided) {
        if (column.notation() == DateColumn.Notation.NONE) {
            return getTranslation("columns.dates.none", header);
        }
        if (decided == null) {
            return getTranslation("columns.dates.ask", header);
        }
        if (column.notation() != DateColumn.Notation.NUMBERS) {
            return getTranslation(
                    "columns.dates.notation", header, column.notation().label(), String.join(" · ", column.examples()));
        }
        return getTranslation("columns.dates.decided", header, decided.label(), reading(decided));
    }

    /** The examples that are dates in this order, each with its day in words. */
    private List<String> days(DateOrder order) {
        DateColumn shown = column;
        return shown == null
                ? List.of()
                : shown.examples().stream()
                        .flatMap(value -> shown
                                .day(value, order)
                                .map(day -> getTranslation("columns.dates.example", value, formats.longDate(day)))
                                .stream())
                        .toList();
    }

    @Nullable DateOrder order() {
        return group.getValue();
    }

    /** Whether there is something to refuse. */
    boolean refuse(@Nullable String why) {
        group.setInvalid(why != null);
        group.setErrorMessage(why);
        return why != null;
    }

    void focus() {
        group.scrollIntoView();
        group.getElement().executeJs("this.querySelector('vaadin-radio-button')?.focus()");
    }

    private String reading(DateOrder order) {
        return String.join("; ", days(order));
    }
}
