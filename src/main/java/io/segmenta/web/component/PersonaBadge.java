package io.segmenta.web.component;

import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;

/** A segment's or persona's name with its colour. */
public final class PersonaBadge extends Span {

    public PersonaBadge(Persona persona) {
        this(persona, persona.label());
    }

    public PersonaBadge(Segment segment) {
        this(segment.persona(), segment.name());
    }

    private PersonaBadge(Persona persona, String text) {
        super(text);
        addClassNames("persona-badge", PersonaColor.of(persona).className());
    }
}
