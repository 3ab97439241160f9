package io.segmenta.web.budget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.BudgetPlan.Allocation;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.PersonaColor;
import java.util.Locale;
import java.util.stream.Stream;

/** The playbook's split beside the optimised one, as a table with bars; the amounts of each add up to the budget to the cent. */
final class SplitCard extends Section {
    private final transient Formats formats;
    private final transient Playbook playbook;
    private final Paragraph sentence = new Paragraph();
    private final Checkbox free = new Checkbox();
    private final FiguresTable table;
    private final UnorderedList notes = new UnorderedList();

    SplitCard(Playbook playbook, Formats formats, Runnable changed) {
        this.playbook = playbook;
        this.formats = formats;
        addClassNames("card", "split-card");
        sentence.addClassName("lead");
        notes.addClassName("notes");
        free.setLabel(getTranslation("budget.free"));
        free.addValueChangeListener(change -> changed.run());
        table = new FiguresTable(getTranslation("budget.split"))
                .words(getTranslation("budget.segment"))
                .words(getTranslation("budget.range"))
                .words(getTranslation("budget.playbook"))
                .numbers(getTranslation("budget.amount"))
                .words(getTranslation("budget.optimised"))
                .numbers(getTranslation("budget.amount"))
                .numbers(getTranslation("budget.difference"))
                .stacked();
        add(new H2(getTranslation("budget.split")), sentence, free, table, notes);
    }

    void fill(BudgetChoice choice) {
        free.setValue(choice.free());
    }

    boolean isFree() {
        return free.getValue();
    }

    void show(BudgetPlan plan, BudgetPlan optimised) {
        table.clear();
        notes.removeAll();
        for (int i = 0; i < plan.allocations().size(); i++) {
            Allocation part = plan.allocations().get(i);
            Allocation other = optimised.allocations().get(i);
            Play play = playbook.play(part.segment().persona());
            table.row(
                    new PersonaBadge(part.segment()),
                    new Span(getTranslation(
                            "playbook.budget.range", formats.share(play.budgetFrom()), formats.share(play.budgetTo()))),
                    bar(part),
                    new Span(formats.money(part.amount())),
                    // Of nothing every split is the best.
                    plan.total().cents() == 0 ? new Span("\u2013") : bar(other),
                    new Span(formats.money(other.amount())),
                    new Span(difference(other.amount().minus(part.amount()))));
        }
        String all = formats.percent(1, 0);
        String total = formats.money(plan.total());
        table.row(getTranslation("budget.total"), "", all, total, all, total, "");
        sentence.setText(
                getTranslation("budget.split.sentence", plan.allocations().size(), total));
        Stream.concat(plan.notes().stream(), optimised.notes().stream())
                .distinct()
                .forEach(note -> notes.add(new ListItem(note)));
        notes.setVisible(notes.getComponentCount() > 0);
    }

    private String difference(Money more) {
        return (more.cents() > 0 ? "+" : "") + formats.money(more);
    }

    private Component bar(Allocation part) {
        Div bar = new Div();
        bar.addClassNames("share-bar", PersonaColor.of(part.segment().persona()).className());
        bar.getStyle().set("--share", String.format(Locale.ROOT, "%.1f%%", 100 * part.share()));
        Div cell = new Div(bar, new Span(formats.percent(part.share(), 1)));
        cell.addClassName("bar-cell");
        return cell;
    }
}
