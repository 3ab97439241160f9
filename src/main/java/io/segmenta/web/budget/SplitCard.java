package io.segmenta.web.budget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.budget.BudgetPlan;
import io.segmenta.budget.BudgetPlan.Allocation;
import io.segmenta.playbook.Play;
import io.segmenta.playbook.Playbook;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.PersonaColor;
import java.util.Locale;

/** The split as a table with a bar in each row; the amounts add up to the budget to the cent. */
final class SplitCard extends Section {
    private final transient Formats formats;
    private final transient Playbook playbook;
    private final Paragraph sentence = new Paragraph();
    private final FiguresTable table;
    private final UnorderedList notes = new UnorderedList();

    SplitCard(Playbook playbook, Formats formats) {
        this.playbook = playbook;
        this.formats = formats;
        addClassNames("card", "split-card");
        sentence.addClassName("lead");
        notes.addClassName("notes");
        table = new FiguresTable(getTranslation("budget.split"))
                .words(getTranslation("budget.segment"))
                .words(getTranslation("budget.share"))
                .numbers(getTranslation("budget.amount"))
                .numbers(getTranslation("budget.each"))
                .numbers(getTranslation("budget.range"))
                .stacked();
        add(new H2(getTranslation("budget.split")), sentence, table, notes);
    }

    void show(BudgetPlan plan) {
        table.clear();
        notes.removeAll();
        for (Allocation part : plan.allocations()) {
            Play play = playbook.play(part.segment().persona());
            table.row(
                    new PersonaBadge(part.segment()),
                    bar(part),
                    new Span(formats.money(part.amount())),
                    new Span(formats.money(
                            part.amount().amount() / Math.max(1, part.segment().customers()))),
                    new Span(getTranslation(
                            "playbook.budget.range",
                            formats.percent(play.budgetFrom(), 0),
                            formats.percent(play.budgetTo(), 0))));
        }
        table.row(getTranslation("budget.total"), formats.percent(1, 0), formats.money(plan.total()), "", "");
        sentence.setText(
                getTranslation("budget.split.sentence", plan.allocations().size(), formats.money(plan.total())));
        plan.notes().forEach(note -> notes.add(new ListItem(note)));
        notes.setVisible(!plan.notes().isEmpty());
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
