package io.segmenta.engine.pipeline;

import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.heldout.FeatureReport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a run came by its clustering.
 *
 * @param parameters it was made with: given, or the best that were found
 * @param caveats what the user should know about it, a sentence each
 * @param tuning the search for the parameters, or null where they were given
 * @param engine that made the clustering; documents of earlier versions lack it and are read as what their parameters meant then
 * @param reshaped how many clusters a person made of those that were found; null where they are as they were found
 * @param features how they were chosen, or null where they were given or kept
 */
public record Fitting(
        Hyperparameters parameters,
        List<String> caveats,
        @Nullable TuningReport tuning,
        Engine engine,
        @Nullable Integer reshaped,
        @Nullable FeatureReport features) {
    public Fitting {
        caveats = List.copyOf(caveats);
        engine = Objects.requireNonNullElseGet(engine, () -> ofEarlierVersions(parameters));
    }

    /** As it was found. */
    public Fitting(Hyperparameters parameters, List<String> caveats, @Nullable TuningReport tuning, Engine engine) {
        this(parameters, caveats, tuning, engine, null, null);
    }

    /** The same of what a person made of it. */
    Fitting changed(Clustering other) {
        return new Fitting(parameters, other.caveats(), tuning, engine, other.clusters(), features);
    }

    private static Engine ofEarlierVersions(Hyperparameters parameters) {
        return switch (parameters) {
            case KMeansParameters kmeans ->
                kmeans.method() == KMeansParameters.Method.LLOYD ? Engine.WEKA : Engine.SEGMENTA;
            case AgglomerativeParameters hierarchy -> hierarchy.engine();
            case MixtureParameters mixture -> mixture.engine();
        };
    }

    /** How segments were found, for people: "k-means, 5 segments" or "k-means, 4 segments, best of 60 trials". */
    public String approach() {
        String found = new Method.Given(parameters).inWords();
        String searched =
                tuning == null ? found : found + ", best of " + tuning.trials().size() + " trials";
        return reshaped == null ? searched : searched + ", " + reshaped + " after changes by hand";
    }
}
