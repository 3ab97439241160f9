package io.segmenta.engine.pipeline;

import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.tune.TuningSettings;
import java.util.Optional;
import java.util.stream.Collectors;

/** How segments are found. */
public sealed interface Method {
    /** For people: "k-means, 5 segments" or "best of k-means, Gaussian mixture". */
    String inWords();

    /** What features are compared by before settings are searched: those that are given, or k-means with as many segments as usual. */
    Hyperparameters standIn();

    /** Empty where the hyperparameters are given. */
    default Optional<TuningSettings> search() {
        return this instanceof Searched searched ? Optional.of(searched.settings()) : Optional.empty();
    }

    /** By one clustering. */
    record Given(Hyperparameters hyperparameters) implements Method {
        @Override
        public Hyperparameters standIn() {
            return hyperparameters;
        }

        @Override
        public String inWords() {
            return hyperparameters.algorithm().label() + ", " + hyperparameters.clusters() + " segments";
        }
    }

    /** By the best of many clusterings. */
    record Searched(TuningSettings settings) implements Method {
        private static final int USUAL_SEGMENTS = 5;

        @Override
        public Hyperparameters standIn() {
            return KMeansParameters.of(Math.clamp(USUAL_SEGMENTS, settings.fewest(), settings.most()));
        }

        @Override
        public String inWords() {
            return settings.algorithms().stream()
                    .map(Algorithm::label)
                    .collect(Collectors.joining(", ", "best of ", ""));
        }
    }
}
