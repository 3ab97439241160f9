package io.segmenta.web.component;

import io.segmenta.engine.segment.Persona;

/**
 * The colour of each persona, the same everywhere. The values are in styles/segmenta.css, for light and dark; those of the
 * five that the product began with differ in lightness so that they stay apart with any kind of colour vision, and a name always stands beside them.
 */
public enum PersonaColor {
    VIP_CHAMPIONS("vip"),
    POTENTIAL_LOYALISTS("potential"),
    BIG_SPENDERS("big"),
    REGULARS("regulars"),
    NEW_CUSTOMERS("new"),
    AVERAGE_CUSTOMERS("average"),
    SMALL_BASKETS("small"),
    OCCASIONAL("occasional"),
    ONE_TIME_BUYERS("once"),
    AT_RISK("risk"),
    BIG_SPENDERS_GONE_QUIET("quiet"),
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
