package io.segmenta.service.campaign;

import io.segmenta.engine.experiment.DetectableEffect.Planned;
import io.segmenta.engine.experiment.UpliftReport.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The customers of an audience who are in one segment, by id. */
record AudienceSegment(String name, List<String> treated, List<String> control) {
    AudienceSegment {
        treated = List.copyOf(treated);
        control = List.copyOf(control);
    }

    int customers() {
        return treated.size() + control.size();
    }

    Outcome outcome(Spendings spendings) {
        return new Outcome(name, spendings.of(treated), spendings.of(control));
    }

    /** @param known those whose past counts */
    Planned planned(Spendings spendings, Set<String> known) {
        List<String> past = Stream.concat(treated.stream(), control.stream())
                .filter(known::contains)
                .toList();
        return new Planned(name, treated.size(), control.size(), spendings.of(past));
    }
}
