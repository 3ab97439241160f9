package io.segmenta.engine.pipeline;

import io.segmenta.engine.cluster.model.Hyperparameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run came by its clustering.
 *
 * @param parameters it was made with: given, or the best that were found
 * @param caveats what the user should know about it, a sentence each
 * @param tuning the search for the parameters, or null where they were given
 */
public record Fitting(
        Hyperparameters parameters,
        List<String> caveats,
        @Nullable TuningReport tuning) {
    public Fitting {
        caveats = List.copyOf(caveats);
    }

    /** How segments were found, for people: "k-means, 5 segments" or "k-means, 4 segments, best of 60 trials". */
    public String approach() {
        String found = Recipe.inWords(parameters);
        return tuning == null ? found : found + ", best of " + tuning.trials().size() + " trials";
    }
}
