package io.segmenta.web.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The top of a page: its one first-level heading, a sentence below it, actions at its side. */
public final class PageHeader extends Div {

    private final Div actions = new Div();

    /** @param sentence may be empty */
    public PageHeader(String title, String sentence) {
        addClassName("page-header");
        Div words = new Div(new H1(title));
        if (!sentence.isEmpty()) {
            words.add(new Paragraph(sentence));
        }
        actions.addClassName("actions");
        add(words, actions);
    }

    public PageHeader withActions(Component... components) {
        actions.add(components);
        return this;
    }
}
