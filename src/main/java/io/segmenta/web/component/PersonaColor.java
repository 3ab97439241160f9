package io.segmenta.web.component;

import io.segmenta.engine.segment.Persona;

/**
 * The colour of each persona, the same everywhere. The values are in styles/segmenta.css, for light and dark; they differ in lightness so
 * that they stay apart with any kind of colour vision, and a name always stands beside them.
 */
public enum PersonaColor {
    VIP_CHAMPIONS("vip"),
    POTENTIAL_LOYALISTS("potential"),
    AVERAGE_CUSTOMERS("average"),
    AT_RISK("risk"),
    LOST_HIBERNATING("lost");

    private final String word;

    PersonaColor(String word) {
        this.word = word;
    }

    public static PersonaColor of(Persona persona) {
        return valueOf(persona.name());
    }

    /** For marks, bars and points: {@code var(--persona-vip)}. */
    public String css() {
        return "var(--persona-" + word + ")";
    }

    /** The class that sets {@code --persona} for an element and all within it. */
    public String className() {
        return "persona-" + word;
    }
}
