package io.segmenta.web.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure with its name and, below it, what it means. */
public final class StatTile extends Div {

    private final Span value = new Span();
    private final Span note = new Span();

    /** @param note may be empty */
    public StatTile(String label, String value, String note) {
        addClassName("stat");
        Span name = new Span(label);
        name.addClassName("stat-label");
        this.value.addClassName("stat-value");
        this.note.addClassName("stat-note");
        add(name, this.value, this.note);
        show(value, note);
    }

    public void show(String newValue, String newNote) {
        value.setText(newValue);
        note.setText(newNote);
        note.setVisible(!newNote.isEmpty());
    }

    /** Tiles side by side, as many as fit. */
    public static Div row(StatTile... tiles) {
        Div row = new Div(tiles);
        row.addClassName("stats");
        return row;
    }
}
