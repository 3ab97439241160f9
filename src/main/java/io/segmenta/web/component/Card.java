package io.segmenta.web.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** A titled part of a page. */
public final class Card extends Section {

    /** Without a title. */
    public Card(Component... content) {
        addClassName("card");
        add(content);
    }

    public Card(String title, Component... content) {
        addClassName("card");
        add(new H2(title));
        add(content);
    }

    /** With a sentence below the title. */
    public static Card of(String title, String sentence, Component... content) {
        Paragraph lead = new Paragraph(sentence);
        lead.addClassName("lead");
        Card card = new Card(title, lead);
        card.add(content);
        return card;
    }
}
