package io.segmenta.engine.heldout;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureTransformer;
import io.segmenta.engine.features.Regrouping;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.Transformed;
import io.segmenta.engine.heldout.HeldOutReport.All;
import io.segmenta.engine.heldout.HeldOutReport.Line;
import io.segmenta.engine.numeric.Quantiles;
import io.segmenta.engine.segment.Membership;
import io.segmenta.engine.segment.NameTest;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.segment.SegmentMatching;
import io.segmenta.engine.segment.SegmentMatching.Match;
import io.segmenta.engine.segment.Segmentation;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Tests segments on time that was held out: the recipe runs as if the data ended one horizon earlier, its segments are recognised in those of
 * today by their common customers, and what their customers then did is counted. See {@code src/docs/decisions/held-out-segments.md}.
 */
public final class HeldOutValidation {
    private static final int RESAMPLES = 1_000;

    /** A 90 % interval. */
    private static final double TAIL = 0.05;

    private HeldOutValidation() {}

    /**
     * @param store with what the cleaning left in it
     * @param days held out
     * @param transform settings of the run
     * @param parameters that were given or found
     * @param regrouping of the clusters, as in the run
     * @param today the customers of the run in its segments
     * @return with a reason instead of a test where the history is too short, or the recipe does not fit it
     */
    public static HeldOutReport of(
            TransactionStore store,
            int days,
            TransformSettings transform,
            Hyperparameters parameters,
            Regrouping regrouping,
            Seed seed,
            Membership today,
            Progress progress) {
        try {
            return test(
                    KnownThen.of(store, 1, days, transform.features(), seed, part(progress, 0)),
                    days,
                    transform,
                    parameters,
                    regrouping,
                    seed,
                    today,
                    progress);
        } catch (UserFacingException why) {
            return HeldOutReport.none(days, String.valueOf(why.getMessage()));
        }
    }

    private static HeldOutReport test(
            KnownThen then,
            int days,
            TransformSettings transform,
            Hyperparameters parameters,
            Regrouping regrouping,
            Seed seed,
            Membership today,
            Progress progress) {
        Transformed transformed = FeatureTransformer.fit(then.features(), transform, seed, part(progress, 1));
        Clustering clustering = Clusterers.fit(transformed.matrix(), parameters, seed, part(progress, 2));
        int[] rows = transformed.rows();
        int[] labels = regrouping.regroup(then.features(), rows, clustering.labels());
        SegmentMatching matching = SegmentMatching.of(
                new Membership(
                        Segmentation.describe(
                                then.features(),
                                rows,
                                labels,
                                Arrays.stream(labels).max().orElse(0) + 1,
                                NameTest.ORIGINAL),
                        then.features().ids(),
                        transformed.clusters(labels),
                        then.features().column(Feature.MONETARY)),
                today,
                NameTest.ORIGINAL);
        double[] spend =
                Arrays.stream(rows).mapToDouble(row -> then.spend()[row]).toArray();
        double mean = Arrays.stream(spend).average().orElseThrow();
        List<Line> lines = new ArrayList<>();
        for (Match match : matching.matches()) {
            Segment earlier = match.earlier();
            if (earlier != null) {
                double[] theirs = IntStream.range(0, spend.length)
                        .filter(i -> labels[i] == earlier.cluster())
                        .mapToDouble(i -> spend[i])
                        .toArray();
                lines.add(line(match.segment().cluster(), theirs, mean, seed));
            }
        }
        return new HeldOutReport(
                days,
                "",
                new All(
                        then.origin(),
                        then.customers(),
                        spend.length,
                        shareThatBought(spend),
                        mean,
                        Explained.of(then.spend(), rows, labels)),
                lines);
    }

    private static Line line(int cluster, double[] spend, double meanOfAll, Seed seed) {
        double mean = Arrays.stream(spend).average().orElseThrow();
        double[] means =
                resampled(spend, seed.derive("held-out interval " + cluster).random());
        return new Line(
                cluster,
                spend.length,
                shareThatBought(spend),
                mean,
                Quantiles.of(means, TAIL),
                Quantiles.of(means, 1 - TAIL),
                meanOfAll > 0 ? mean / meanOfAll : 0);
    }

    private static double shareThatBought(double[] spend) {
        return (double) Arrays.stream(spend).filter(money -> money > 0).count() / spend.length;
    }

    /**
     * Means of customers drawn anew with repetition, ascending: the percentile bootstrap.
     *
     * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979), Bootstrap Methods: Another Look at the Jackknife</a>
     */
    private static double[] resampled(double[] values, RandomGenerator random) {
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int draw = 0; draw < values.length; draw++) {
                sum += values[random.nextInt(values.length)];
            }
            means[i] = sum / values.length;
        }
        Arrays.sort(means);
        return means;
    }

    private static Progress part(Progress progress, int step) {
        return (fraction, detail) -> progress.report((step + fraction) / 3, "Testing the segments on held-out time");
    }
}
