package io.segmenta.engine.playbook;

import io.segmenta.engine.base.UserName;
import io.segmenta.engine.segment.Persona;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The playbook as it was from one edit to the next.
 *
 * @param number from 1
 * @param change what was done, a sentence
 */
public record PlaybookVersion(int number, Playbook playbook, Instant at, UserName by, String change) {
    /**
     * As it was kept, perhaps before there were all of today's personas: those have the plays that the product is shipped with.
     *
     * @param plays at most one a persona
     */
    public static PlaybookVersion kept(int number, List<Play> plays, Instant at, UserName by, String change) {
        List<Play> all = new ArrayList<>(plays);
        if (plays.size() < Persona.values().length) {
            Set<Persona> known = plays.stream().map(Play::persona).collect(Collectors.toSet());
            DefaultPlaybook.load().plays().stream()
                    .filter(play -> !known.contains(play.persona()))
                    .forEach(all::add);
        }
        return new PlaybookVersion(number, new Playbook(all), at, by, change);
    }
}
