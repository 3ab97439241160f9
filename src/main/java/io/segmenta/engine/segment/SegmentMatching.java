package io.segmenta.engine.segment;

import io.segmenta.engine.features.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the segments of an earlier run in a later one of the same shop, so that names and colours stay. Similarity is the mean
 * of two numbers between 0 and 1: the Jaccard index of the members, among customers of both runs, and the closeness e^−d of
 * the centres, d being the root mean square difference of the logarithms of mean recency, frequency and monetary. Matched for
 * the highest total; a pair below {@value #RECOGNISED} is not the same segment (Hennig 2007 calls a cluster with a Jaccard index
 * of ½ or less dissolved).
 *
 * @see <a href="https://doi.org/10.1016/j.csda.2006.11.025">Hennig (2007), Cluster-wise Assessment of Cluster Stability</a>
 */
public final class SegmentMatching {
    static final double RECOGNISED = 0.5;

    private static final Feature[] CENTRE = {Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY};

    /**
     * A segment of the later run.
     *
     * @param segment with the name of the earlier one where there is one and it is true of the segment
     * @param own the persona that its numbers alone would give it
     * @param earlier null where the segment is new
     * @param similarity 0–1, 0 where the segment is new
     * @param stayed customers in both
     */
    public record Match(
            Segment segment, Persona own, @Nullable Segment earlier, double similarity, int stayed) {
        /**
         * What is different, one sentence.
         *
         * @param past whether the data of the other run end earlier; else it tells what becomes of the segment until then
         */
        public String change(boolean past) {
            return ChangeWords.of(segment, own, earlier, stayed, past);
        }
    }

    private final Membership earlier;
    private final Membership later;
    private final NameTest names;
    /** earlier × later, customers in both segments */
    private final int[][] shared;

    private final int[] earlierSizes;
    private final int[] laterSizes;
    private final int common;
    private final List<Match> matches;

    private SegmentMatching(Membership earlier, Membership later, NameTest names) {
        this.earlier = earlier;
        this.later = later;
        this.names = names;
        shared = new int[earlier.segments().size()][later.segments().size()];
        earlierSizes = new int[earlier.segments().size()];
        laterSizes = new int[later.segments().size()];
        Migration migration = Journeys.between(earlier, later).migration();
        common = migration.inBoth();
        for (Migration.Flow flow : migration.flows()) {
            Segment from = migration.from(flow);
            Segment to = migration.to(flow);
            if (from != null && to != null) {
                int i = earlier.segments().indexOf(from);
                int j = later.segments().indexOf(to);
                shared[i][j] = flow.customers();
                earlierSizes[i] += flow.customers();
                laterSizes[j] += flow.customers();
            }
        }
        matches = match();
    }

    /** @param names which of them are true of which later segment: only those are kept */
    public static SegmentMatching of(Membership earlier, Membership later, NameTest names) {
        return new SegmentMatching(earlier, later, names);
    }

    /** The later segments in the order in which they were given. */
    public List<Match> matches() {
        return matches;
    }

    /** Customers of both runs. */
    public int common() {
        return common;
    }

    /** The earlier segments that none of the later ones resembles. */
    public List<Segment> gone() {
        return earlier.segments().stream()
                .filter(segment -> matches.stream().noneMatch(match -> segment.equals(match.earlier())))
                .toList();
    }

    private List<Match> match() {
        int[] earlierOf = earlierOf();
        Map<Persona, Integer> taken = new EnumMap<>(Persona.class);
        for (int j = 0; j < earlierOf.length; j++) {
            if (keepsName(earlierOf[j], j)) {
                Segment before = earlier.segments().get(earlierOf[j]);
                taken.merge(before.persona(), before.ordinal(), Math::max);
            }
        }
        List<Match> found = new ArrayList<>();
        for (int j = 0; j < earlierOf.length; j++) {
            Segment now = later.segments().get(j);
            Segment before = earlierOf[j] < 0 ? null : earlier.segments().get(earlierOf[j]);
            Segment named = before != null && keepsName(earlierOf[j], j)
                    ? now.named(before.persona(), before.ordinal())
                    : now.named(now.persona(), taken.merge(now.persona(), 1, Integer::sum));
            // What a person calls it stays, whatever persona its numbers give it.
            named = before == null ? named : named.titled(before.title());
            found.add(
                    before == null
                            ? new Match(named, now.persona(), null, 0, 0)
                            : new Match(
                                    named,
                                    now.persona(),
                                    before,
                                    similarity(earlierOf[j], j),
                                    shared[earlierOf[j]][j]));
        }
        return List.copyOf(found);
    }

    private boolean keepsName(int i, int j) {
        return i >= 0
                && names.allows(
                        later.segments().get(j).cluster(),
                        earlier.segments().get(i).persona());
    }

    /** Per later segment the earlier one, −1 where it is new. */
    private int[] earlierOf() {
        int rows = shared.length;
        int columns = laterSizes.length;
        // A segment without a partner costs as much as the least similar pair that is still recognised.
        double[][] costs = new double[rows][columns + rows];
        for (int i = 0; i < rows; i++) {
            Arrays.fill(costs[i], 1 - RECOGNISED);
            for (int j = 0; j < columns; j++) {
                costs[i][j] = 1 - similarity(i, j);
            }
        }
        int[] laterOf = LeastCostMatching.of(costs);
        int[] earlierOf = new int[columns];
        Arrays.fill(earlierOf, -1);
        for (int i = 0; i < rows; i++) {
            if (laterOf[i] < columns && similarity(i, laterOf[i]) >= RECOGNISED) {
                earlierOf[laterOf[i]] = i;
            }
        }
        return earlierOf;
    }

    private double similarity(int i, int j) {
        double closeness = closeness(earlier.segments().get(i), later.segments().get(j));
        int union = earlierSizes[i] + laterSizes[j] - shared[i][j];
        // Runs without a common customer can only be compared by their centres.
        return Arrays.stream(earlierSizes).sum() == 0
                ? closeness
                : ((union == 0 ? 0 : (double) shared[i][j] / union) + closeness) / 2;
    }

    private static double closeness(Segment a, Segment b) {
        double squares = 0;
        for (Feature feature : CENTRE) {
            double difference = Math.log1p(a.mean(feature)) - Math.log1p(b.mean(feature));
            squares += difference * difference / CENTRE.length;
        }
        return Math.exp(-Math.sqrt(squares));
    }
}
