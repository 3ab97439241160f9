package io.segmenta.engine.playbook;

import io.segmenta.engine.segment.Persona;
import java.util.Comparator;
import java.util.List;

/** One play per persona, in the order of the personas. */
public record Playbook(List<Play> plays) {
    public Playbook {
        plays = plays.stream().sorted(Comparator.comparing(Play::persona)).toList();
        List<Persona> covered = plays.stream().map(Play::persona).toList();
        if (!covered.equals(List.of(Persona.values()))) {
            throw new IllegalArgumentException("A playbook has one play for each persona, found " + covered + ".");
        }
    }

    public Play play(Persona persona) {
        return plays.stream().filter(p -> p.persona() == persona).findFirst().orElseThrow();
    }

    /** This play in place of the persona's own. */
    public Playbook with(Play play) {
        return new Playbook(plays.stream()
                .map(p -> p.persona() == play.persona() ? play : p)
                .toList());
    }
}
