package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.QualityReport.Dropped;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The rules as a table with a switch each, and what becomes of returns. The figures change in place, so the focus stays. */
final class RulesForm extends Div {
    private static final Dropped NOTHING = new Dropped(0, 0, 0);

    private record Line(Checkbox active, Span rows, Span money, Span customers) {}

    private final transient Formats formats;
    private final Set<DropReason> chosen;
    private final Map<DropReason, Line> lines = new EnumMap<>(DropReason.class);
    private final RadioButtonGroup<Returns> returns = new RadioButtonGroup<>();

    RulesForm(CleaningRules rules, boolean hasDescription, Formats formats, Runnable changed) {
        this.formats = formats;
        this.chosen = rules.active();
        addClassName("rules-form");
        FiguresTable table = new FiguresTable(getTranslation("quality.rules"))
                .words(getTranslation("quality.rule"))
                .numbers(getTranslation("quality.rows"))
                .numbers(getTranslation("quality.money"))
                .numbers(getTranslation("quality.customers"))
                .stacked();
        for (DropReason reason : DropReason.values()) {
            if (!reason.isRule() || (reason == DropReason.MISSING_DESCRIPTION && !hasDescription)) {
                continue;
            }
            Checkbox active = new Checkbox(
                    reason.label(),
                    rules.has(reason) || (reason == DropReason.OVERLAP && rules.has(DropReason.DUPLICATE)));
            active.setHelperText(getTranslation("quality.rule." + reason.key()));
            active.setReadOnly(reason == DropReason.UNREADABLE);
            active.addValueChangeListener(change -> {
                withDuplicates();
                changed.run();
            });
            Line line = new Line(active, new Span(), new Span(), new Span());
            lines.put(reason, line);
            table.row(active, line.rows, line.money, line.customers);
        }
        withDuplicates();
        returns.setLabel(getTranslation("quality.returns"));
        returns.setItems(Returns.values());
        returns.setItemLabelGenerator(choice -> getTranslation("quality.returns." + choice));
        returns.setHelperText(getTranslation("quality.returns.help"));
        returns.setValue(rules.returns());
        returns.addValueChangeListener(change -> changed.run());
        add(table, returns);
    }

    /** An order that comes twice is one of the duplicates, where these are dropped. */
    private void withDuplicates() {
        line(DropReason.OVERLAP)
                .active
                .setReadOnly(line(DropReason.DUPLICATE).active.getValue());
    }

    private Line line(DropReason reason) {
        return Objects.requireNonNull(lines.get(reason));
    }

    /** Leads to the switch of a rule. */
    void focus(DropReason reason) {
        Checkbox active = line(reason).active;
        active.scrollIntoView();
        active.focus();
    }

    /** @param everyRule with every rule on: what a rule that is switched off would drop */
    void show(QualityReport report, QualityReport everyRule) {
        lines.forEach((reason, line) -> {
            Dropped dropped = report.dropped().getOrDefault(reason, NOTHING);
            long otherwise = everyRule.dropped().getOrDefault(reason, NOTHING).rows();
            line.rows.setText(
                    line.active.getValue()
                            ? formats.count(dropped.rows())
                            : reason == DropReason.OVERLAP
                                    ? getTranslation("quality.off.unknown")
                                    : getTranslation("quality.off", formats.count(otherwise)));
            line.money.setText(formats.money(dropped.money()));
            line.customers.setText(formats.count(dropped.customers()));
        });
    }

    /** A rule that is not shown stays as it was. */
    Set<DropReason> active() {
        EnumSet<DropReason> active = EnumSet.copyOf(chosen);
        lines.forEach((reason, line) -> {
            if (line.active.getValue()) {
                active.add(reason);
            } else {
                active.remove(reason);
            }
        });
        return active;
    }

    Returns returns() {
        return returns.getValue();
    }
}
