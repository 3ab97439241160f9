package io.segmenta.run;

import io.segmenta.segment.Segment;
import java.util.List;
import java.util.Optional;

/**
 * What a run says beyond its segments.
 *
 * @param explanations one per segment; none in runs of versions that did not explain
 */
public record Insights(List<Explanation> explanations) {
    /** Of runs of earlier versions. */
    public static final Insights NONE = new Insights(List.of());

    public Insights {
        explanations = List.copyOf(explanations);
    }

    public Optional<Explanation> explanation(Segment segment) {
        return explanations.stream()
                .filter(explanation -> explanation.cluster() == segment.cluster())
                .findFirst();
    }
}
