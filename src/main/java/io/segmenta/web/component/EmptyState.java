package io.segmenta.web.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where something would be: what it would be, why it is not there, and what to do. */
public final class EmptyState extends Div {

    private final Div actions = new Div();

    public EmptyState(Glyph glyph, String title, String sentence) {
        addClassName("empty-state");
        actions.addClassName("actions");
        add(glyph.svg(), new H2(title), new Paragraph(sentence), actions);
    }

    /** The first one is the main one. */
    public void offer(Component... components) {
        actions.add(components);
    }
}
