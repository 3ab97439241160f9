package io.segmenta.engine.budget;

import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Segments for tests of budgets. */
final class Example {
    private Example() {}

    static Segment segment(Persona persona, int ordinal, int customers, double revenue) {
        return new Segment(
                0, persona, ordinal, customers, 0.2, Map.of(), Map.of(), revenue, revenue / 1_000_000, List.of(), null);
    }

    /** The five whose parts of a budget add up to all of it without widening. */
    static Persona[] originals() {
        return Arrays.stream(Persona.values()).filter(Persona::isOriginal).toArray(Persona[]::new);
    }

    /** One segment of each persona. */
    static List<Segment> each(Persona... personas) {
        return Arrays.stream(personas)
                .map(persona -> segment(persona, 1, 100, 1000))
                .toList();
    }
}
