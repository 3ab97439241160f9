package io.segmenta.web.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.ingest.table.TableLink;
import java.util.List;

/** The tables of a file as a tree: from the one whose rows stay, an arrow to each that its rows lead to, with the counts of the join. */
@CssImport("./styles/wizard.css")
final class JoinPicture extends Div {
    private final transient Formats formats = Formats.current();
    private final transient List<TableLink> joins;

    /** @param joins as they were followed; at least one */
    JoinPicture(List<TableLink> joins) {
        this.joins = joins;
        addClassName("join-picture");
        TableLink first = joins.getFirst();
        ListItem root = new ListItem(table(first.from(), first.rows()));
        follow(first.from(), root);
        UnorderedList tree = new UnorderedList(root);
        tree.getElement().setAttribute("aria-label", getTranslation("read.joins"));
        Paragraph together = new Paragraph(
                getTranslation("read.joins.together", TableLink.shortName(first.from()), formats.count(first.rows())));
        together.addClassName("quiet");
        add(tree, together);
    }

    /** Each table stands once, so this ends. */
    private void follow(String table, ListItem item) {
        List<TableLink> next =
                joins.stream().filter(link -> link.from().equals(table)).toList();
        if (next.isEmpty()) {
            return;
        }
        UnorderedList branches = new UnorderedList();
        for (TableLink link : next) {
            ListItem branch = new ListItem(arrow(link), table(link.to(), link.toRows()));
            follow(link.to(), branch);
            branches.add(branch);
        }
        item.add(branches);
    }

    private Component table(String name, long rows) {
        Span count = new Span(getTranslation("read.joins.rows", rows, formats.count(rows)));
        count.addClassName("quiet");
        Div box = new Div(new Span(TableLink.shortName(name)), count);
        box.addClassName("join-table");
        return box;
    }

    private Component arrow(TableLink link) {
        Span by = new Span(getTranslation("read.joins.by", String.join(" + ", link.keys())));
        by.addClassName("join-key");
        Span alone = new Span(getTranslation("read.joins.alone", formats.count(link.alone())));
        if (link.alone() > 0) {
            alone.addClassName("join-lost");
        }
        Div arrow = new Div(
                by,
                new Span(getTranslation("read.joins.rows.in", link.rows(), formats.count(link.rows()))),
                new Span(getTranslation("read.joins.rows.out", formats.count(link.rows()))),
                alone);
        arrow.addClassName("join-arrow");
        if (link.unused() > 0) {
            arrow.add(new Span(getTranslation(
                    "read.joins.unused", link.unused(), TableLink.shortName(link.to()), formats.count(link.unused()))));
        }
        return arrow;
    }
}
