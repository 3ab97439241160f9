package io.segmenta.engine.segment;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Finds one plain rule per segment. A pruned C4.5 tree (Quinlan 1993; Weka's J48) learns to tell the segment from the rest in
 * natural units; of all its nodes, the path to the one that agrees best with the segment becomes the rule: highest F1 of coverage
 * and precision, where each further feature must earn its place.
 *
 * @see <a href="https://doi.org/10.1007/BF00993309">Salzberg (1994), C4.5: Programs for Machine Learning by J. Ross Quinlan</a>
 */
public final class Rules {
    /** CLV is a constant times monetary and would only say the same twice. */
    private static final List<Feature> FEATURES =
            List.of(Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY, Feature.AVERAGE_BASKET_SIZE);

    /** More customers make the tree slower and the rule no better. */
    private static final int LEARNED_FROM = 10_000;

    private static final double PRICE_OF_A_CONDITION = 0.01;

    private Rules() {}

    /**
     * @param rows per clustered row the index of its customer
     * @param labels per clustered row its cluster
     * @param seed for the sample to learn from where there are over 10,000 customers; coverage and precision always count all
     * @return a rule per segment, in their order
     */
    public static List<Rule> explain(
            CustomerFeatures features, int[] rows, int[] labels, List<Segment> segments, Seed seed) {
        int[] sample = sample(rows.length, seed);
        return segments.stream()
                .map(segment -> explain(features, rows, labels, segment.cluster(), sample))
                .toList();
    }

    private static Rule explain(CustomerFeatures features, int[] rows, int[] labels, int cluster, int[] sample) {
        int[] customers = new int[sample.length];
        boolean[] member = new boolean[sample.length];
        for (int i = 0; i < sample.length; i++) {
            customers[i] = rows[sample[i]];
            member[i] = labels[sample[i]] == cluster;
        }
        List<Condition> best = List.of();
        double bestScore = score(measure(features, customers, member, best));
        for (List<Condition> path : SegmentTree.paths(features, FEATURES, customers, member)) {
            double score = score(measure(features, customers, member, path));
            if (score > bestScore) {
                best = path;
                bestScore = score;
            }
        }
        boolean[] members = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            members[i] = labels[i] == cluster;
        }
        return measure(features, rows, members, best);
    }

    private static double score(Rule rule) {
        double sum = rule.coverage() + rule.precision();
        double f1 = sum == 0 ? 0 : 2 * rule.coverage() * rule.precision() / sum;
        return f1 - PRICE_OF_A_CONDITION * rule.conditions().size();
    }

    private static Rule measure(
            CustomerFeatures features, int[] customers, boolean[] member, List<Condition> conditions) {
        boolean[] found = new boolean[customers.length];
        Arrays.fill(found, true);
        for (Condition condition : conditions) {
            double[] values = features.column(condition.feature());
            for (int i = 0; i < customers.length; i++) {
                found[i] &= condition.holds(values[customers[i]]);
            }
        }
        int members = 0;
        int hits = 0;
        int both = 0;
        for (int i = 0; i < customers.length; i++) {
            members += member[i] ? 1 : 0;
            hits += found[i] ? 1 : 0;
            both += member[i] && found[i] ? 1 : 0;
        }
        return new Rule(conditions, members == 0 ? 0 : (double) both / members, hits == 0 ? 0 : (double) both / hits);
    }

    private static int[] sample(int rows, Seed seed) {
        if (rows <= LEARNED_FROM) {
            return IntStream.range(0, rows).toArray();
        }
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Random random = seed.derive("explanation rules").random();
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .limit(LEARNED_FROM)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
