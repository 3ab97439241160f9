package io.segmenta.playbook;

import io.segmenta.segment.Persona;
import java.util.List;
import java.util.Optional;

/** One play per persona. */
public record Playbook(List<Play> plays) {
    public Playbook {
        plays = List.copyOf(plays);
    }

    public Play play(Persona persona) {
        Optional<Play> play = plays.stream().filter(p -> p.persona() == persona).findFirst();
        return play.orElseThrow(
                () -> new IllegalArgumentException("The playbook has no play for " + persona.label() + "."));
    }
}
