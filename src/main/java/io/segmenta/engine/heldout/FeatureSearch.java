package io.segmenta.engine.heldout;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.features.FeatureTransformer;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.TransformSettings.OutlierAction;
import io.segmenta.engine.heldout.FeatureReport.Entry;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the features whose segments tell most of what customers do next: on the customers as they were known two horizons before the end, by what
 * they did in the first of these. The second is left to {@link HeldOutValidation}, so that what is shown was never looked for. The original
 * features are replaced only by what is better beyond chance. See {@code src/docs/decisions/features-by-what-they-foretell.md}.
 */
public final class FeatureSearch {
    private FeatureSearch() {}

    /**
     * @param store with what the cleaning left in it
     * @param days of a horizon
     * @param transform settings of the run, whose features do not count
     * @param parameters of the clusterings by which the sets are compared
     * @return with the original features and a reason where the history is shorter than three horizons, or cannot be clustered so
     */
    public static FeatureReport of(
            TransactionStore store,
            int days,
            TransformSettings transform,
            Hyperparameters parameters,
            Seed seed,
            Progress progress) {
        try {
            return compare(
                    KnownThen.of(store, 2, days, wanted(), seed, Progress.SILENT),
                    days,
                    transform,
                    parameters,
                    seed,
                    progress);
        } catch (UserFacingException why) {
            return FeatureReport.none(days, String.valueOf(why.getMessage()));
        }
    }

    private static Set<Feature> wanted() {
        Set<Feature> wanted = EnumSet.noneOf(Feature.class);
        Arrays.stream(FeatureSet.values()).forEach(set -> wanted.addAll(set.features()));
        return wanted;
    }

    private static FeatureReport compare(
            KnownThen then,
            int days,
            TransformSettings transform,
            Hyperparameters parameters,
            Seed seed,
            Progress progress) {
        FeatureSet[] sets = FeatureSet.values();
        Map<FeatureSet, int[]> labels = new EnumMap<>(FeatureSet.class);
        for (FeatureSet set : sets) {
            FeatureMatrix matrix = matrix(then.features(), transform, set, seed);
            int done = labels.size();
            labels.put(
                    set,
                    Clusterers.fit(
                                    matrix,
                                    parameters,
                                    seed,
                                    (fraction, detail) -> progress.report(
                                            (done + fraction) / sets.length, "Looking for the features that tell most"))
                            .labels());
        }
        int[] all = new int[then.spend().length];
        Arrays.setAll(all, i -> i);
        int[] original = Objects.requireNonNull(labels.get(FeatureSet.ORIGINAL));
        FeatureSet chosen = FeatureSet.ORIGINAL;
        List<Entry> entries = new ArrayList<>();
        for (FeatureSet set : sets) {
            int[] its = Objects.requireNonNull(labels.get(set));
            Gain gain = Gain.of(then.spend(), its, original);
            entries.add(new Entry(set, Explained.of(then.spend(), all, its), gain.difference(), gain.error()));
            int[] best = Objects.requireNonNull(labels.get(chosen));
            if (gain.isBeyondChance() && Gain.of(then.spend(), its, best).isBeyondChance()) {
                chosen = set;
            }
        }
        return new FeatureReport(chosen, days, "", then.origin(), all.length, entries);
    }

    /** Everybody stays in, so that all sets are compared on the same customers. */
    private static FeatureMatrix matrix(
            CustomerFeatures customers, TransformSettings transform, FeatureSet set, Seed seed) {
        OutlierAction outliers =
                transform.outliers() == OutlierAction.REMOVE ? OutlierAction.FLAG : transform.outliers();
        return FeatureTransformer.fit(
                        customers,
                        new TransformSettings(set.features(), outliers, transform.contamination(), transform.scaler()),
                        seed,
                        Progress.SILENT)
                .matrix();
    }
}
