package io.segmenta.web.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** A small table of figures that is there as a whole: the first cell of a row names it. Scrolls sideways where it is too wide. */
public final class FiguresTable extends Div {
    private final NativeTableRow head = new NativeTableRow();
    private final NativeTableBody body = new NativeTableBody();
    private final List<Boolean> numbers = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    /** @param name for screen readers */
    public FiguresTable(String name) {
        addClassName("table-scroll");
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.getElement().setAttribute("aria-label", name);
        // What scrolls must be reachable by keyboard.
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", name);
        add(table);
    }

    /** One more column of words. */
    public FiguresTable words(String heading) {
        return column(heading, false);
    }

    /** One more column of numbers, which stand below each other. */
    public FiguresTable numbers(String heading) {
        return column(heading, true);
    }

    public void row(String name, String... cells) {
        row(new Span(name), cells);
    }

    public void row(Component name, String... cells) {
        row(name, List.of(cells).stream().map(Span::new).toArray(Span[]::new));
    }

    public void row(Component name, Component... cells) {
        NativeTableHeaderCell first = new NativeTableHeaderCell(name);
        first.getElement().setAttribute("scope", "row");
        NativeTableRow row = new NativeTableRow();
        row.add(first);
        for (int i = 0; i < cells.length; i++) {
            NativeTableCell cell = new NativeTableCell(cells[i]);
            // For phones, where a row becomes a block and each figure carries its heading.
            cell.getElement().setAttribute("data-heading", headings.get(i + 1));
            if (numbers.get(i + 1)) {
                cell.addClassName("number");
            }
            row.add(cell);
        }
        body.add(row);
    }

    /** On a phone each row becomes a block, so that nothing has to be scrolled sideways. */
    public FiguresTable stacked() {
        addClassName("stacked");
        return this;
    }

    public void clear() {
        body.removeAll();
    }

    private FiguresTable column(String heading, boolean number) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(heading);
        cell.getElement().setAttribute("scope", "col");
        if (number) {
            cell.addClassName("number");
        }
        numbers.add(number);
        headings.add(heading);
        head.add(cell);
        return this;
    }
}
