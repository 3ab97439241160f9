package io.segmenta.engine.reshape;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.cluster.model.ClusterModel.Reshaped;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FittedTransform;
import io.segmenta.engine.features.Regrouping;
import io.segmenta.engine.features.Transformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a person made of the segments of a run, so that later runs make it too. Clusters of a later run have other numbers; each is taken for
 * the earlier cluster to which the earlier model assigns most of its customers (see {@code src/docs/decisions/reshaped-segments.md}).
 *
 * @param transform of the run whose segments were changed first
 * @param model of that run, before any change
 * @param changes in their order, by the numbers of its clusters and the labels of earlier changes
 */
public record Reshaping(FittedTransform transform, ClusterModel model, List<Change> changes) implements Regrouping {
    /** A cluster that is none of the earlier ones. */
    private static final int OTHER = 1_000;

    public Reshaping {
        changes = List.copyOf(changes);
    }

    /**
     * Segments that become one; where there is a cut, one of them becomes two.
     *
     * @param of labels
     */
    public record Change(List<Integer> of, @Nullable Cut cut) {
        public Change {
            of = List.copyOf(of);
        }
    }

    /**
     * Customers with more than so much of a feature.
     *
     * @param above in the unit of the feature
     * @param label that they get
     */
    public record Cut(Feature feature, double above, int label) {}

    /**
     * The clusters of a run as they are.
     *
     * @param by what made them so; null where they are as they were found
     */
    public record Shaped(
            FittedTransform transform,
            ClusterModel model,
            @Nullable Reshaping by) {}

    /** Segments of a run put together. @throws UserFacingException where fewer than two would be left, or one is none of these */
    public static Reshaping merged(Shaped run, Set<Integer> clusters) {
        int all = run.model().clusters();
        if (clusters.size() < 2 || clusters.stream().anyMatch(cluster -> cluster < 0 || cluster >= all)) {
            throw new UserFacingException("Choose at least two of the segments that are to become one.");
        }
        if (clusters.size() == all) {
            throw new UserFacingException("All segments together are all customers. Leave at least one apart.");
        }
        return changed(run, clusters, null);
    }

    /**
     * A segment of a run divided.
     *
     * @param above of the feature: customers with more are one segment, the others another
     * @throws UserFacingException where the run does not compare customers by the feature, or nobody would be in one of the two
     */
    public static Reshaping split(Shaped run, int cluster, Feature feature, double above) {
        FittedTransform transform = run.transform();
        int column = transform.features().indexOf(feature);
        if (column < 0) {
            throw new UserFacingException("This run does not compare customers by "
                    + feature.label().toLowerCase(Locale.ROOT) + ". Choose another feature.");
        }
        if (!transform.tells(column, above)) {
            throw new UserFacingException(
                    "Nearly all customers lie on one side of that. Choose a value closer to the median of the segment.");
        }
        return changed(run, Set.of(cluster), new Cut(feature, above, 0));
    }

    private static Reshaping changed(Shaped run, Set<Integer> clusters, @Nullable Cut cut) {
        Reshaping before = run.by();
        Reshaping from = before != null && run.model() instanceof Reshaped
                ? before
                : new Reshaping(run.transform(), run.model(), List.of());
        List<Integer> labels = new ArrayList<>();
        for (int cluster : clusters) {
            labels.addAll(from.labels(run.model(), cluster));
        }
        labels.sort(null);
        List<Change> all = new ArrayList<>(from.changes);
        all.add(new Change(
                labels, cut == null ? null : new Cut(cut.feature(), cut.above(), from.model.clusters() + all.size())));
        return new Reshaping(from.transform, from.model, all);
    }

    /** What a cluster of a run that was made by this is called here. */
    private List<Integer> labels(ClusterModel made, int cluster) {
        if (!(made instanceof Reshaped reshaped)) {
            return List.of(cluster);
        }
        List<Integer> labels = reshaped.numbers().entrySet().stream()
                .filter(entry -> entry.getValue() == cluster)
                .map(Map.Entry::getKey)
                .toList();
        if (labels.stream().anyMatch(label -> label >= OTHER)) {
            throw new UserFacingException(
                    "One of these segments was not there yet when segments were first put together or"
                            + " divided, so this cannot be kept with that. Start a run of its own, and change its segments.");
        }
        return labels;
    }

    @Override
    public int[] regroup(CustomerFeatures features, int[] customers, int[] labels) {
        int[] start = start(features, customers, labels);
        int[] changed = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int label = start[labels[i]];
            for (Change change : changes) {
                if (change.of().contains(label)) {
                    Cut cut = change.cut();
                    label = cut != null && features.column(cut.feature())[customers[i]] > cut.above()
                            ? cut.label()
                            : change.of().getFirst();
                }
            }
            changed[i] = label;
        }
        return changed;
    }

    /** The clustering with the changes, and a model that makes them for new customers. */
    public Clustering apply(CustomerFeatures features, Transformed transformed, Clustering found) {
        int[] start = start(features, transformed.rows(), found.labels());
        List<Integer> labels =
                IntStream.range(0, found.clusters()).mapToObj(j -> start[j]).toList();
        List<Reshaped.Change> changed =
                changes.stream().map(change -> inMatrix(change, transformed)).toList();
        Reshaped unnumbered = new Reshaped(found.model(), labels, changed, Map.of());
        int[] after = new int[found.labels().length];
        for (int i = 0; i < after.length; i++) {
            after[i] = unnumbered.label(found.labels()[i], transformed.matrix().row(i));
        }
        Clustering together = Clustering.ofMeans(transformed.matrix(), after);
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int i = 0; i < after.length; i++) {
            numbers.put(after[i], together.labels()[i]);
        }
        List<String> caveats = new ArrayList<>(found.caveats());
        for (Change change : changes) {
            Cut cut = change.cut();
            if (cut != null) {
                if (numbers.containsKey(cut.label())
                                != numbers.containsKey(change.of().getFirst())
                        && changes.getLast().equals(change)) {
                    caveats.add(String.format(
                            Locale.ROOT,
                            "A segment was to be divided by its %s at %s, and all of its customers are on one side: it stays as it is.",
                            cut.feature().label().toLowerCase(Locale.ROOT),
                            cut.above()));
                }
                // nobody on one side here: who comes there later is with the others
                join(numbers, cut.label(), change.of().getFirst());
                join(numbers, change.of().getFirst(), cut.label());
            }
        }
        return together.with(new Reshaped(found.model(), labels, changed, numbers))
                .by(found.engine())
                .with(found.iterations(), caveats);
    }

    private static void join(Map<Integer, Integer> numbers, int label, int other) {
        Integer number = numbers.get(other);
        if (number != null) {
            numbers.putIfAbsent(label, number);
        }
    }

    private static Reshaped.Change inMatrix(Change change, Transformed transformed) {
        Cut cut = change.cut();
        return new Reshaped.Change(
                change.of(),
                cut == null
                        ? null
                        : new Reshaped.Cut(
                                transformed.transform().features().indexOf(cut.feature()),
                                transformed.transform().apply(cut.feature(), cut.above()),
                                cut.label()));
    }

    /** Per cluster that was found the earlier one that it is; two are the same only where that one was changed. */
    private int[] start(CustomerFeatures features, int[] customers, int[] labels) {
        int clusters = Arrays.stream(labels).max().orElse(-1) + 1;
        int[][] counts = new int[clusters][model.clusters()];
        double[][] columns = transform.features().stream().map(features::column).toArray(double[][]::new);
        for (int i = 0; i < labels.length; i++) {
            int customer = customers[i];
            double[] raw = Arrays.stream(columns)
                    .mapToDouble(column -> column[customer])
                    .toArray();
            counts[labels[i]][model.assign(transform.apply(raw))]++;
        }
        int[] start = new int[clusters];
        for (int j = 0; j < clusters; j++) {
            int[] of = counts[j];
            int likest = IntStream.range(0, of.length)
                    .reduce((a, b) -> of[b] > of[a] ? b : a)
                    .orElseThrow();
            start[j] = likest;
        }
        for (int j = 0; j < clusters; j++) {
            int own = start[j];
            boolean changed = changes.stream().anyMatch(change -> change.of().contains(own));
            int number = j;
            boolean first = IntStream.range(0, clusters)
                    .noneMatch(other -> start[other] == own
                            && (counts[other][own] > counts[number][own]
                                    || (counts[other][own] == counts[number][own] && other < number)));
            if (!changed && !first) {
                start[j] = OTHER + j;
            }
        }
        return start;
    }
}
