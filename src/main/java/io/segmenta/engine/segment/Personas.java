package io.segmenta.engine.segment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which persona each cluster stands for. */
final class Personas {
    /** What a name that the product did not begin with costs beside one that it did, where both are true. */
    private static final double UNFAMILIAR = 0.05;

    /** More than all distances together: a name that is not true, or none. */
    private static final double FORBIDDEN = 1e6;

    /** @param ordinal 1 for the first cluster of the persona, 2 for the next */
    record Named(Persona persona, int ordinal) {}

    private Personas() {}

    /**
     * As many clusters as possible get a persona of their own that is true of them, with the least total squared distance to the
     * prototypes; the remaining ones take the nearest that is true, and where none is, the one that says least; they are counted there,
     * the closest first.
     *
     * @param ranks per cluster the mean percentile ranks of recency, frequency and monetary
     * @param numbers per cluster its number in the test
     */
    static List<Named> assign(double[][] ranks, int[] numbers, NameTest test) {
        Persona[] personas = Persona.values();
        double[][] costs = new double[ranks.length][personas.length + ranks.length];
        for (int c = 0; c < ranks.length; c++) {
            Arrays.fill(costs[c], FORBIDDEN);
            for (int p = 0; p < personas.length; p++) {
                if (test.allows(numbers[c], personas[p])) {
                    costs[c][p] = personas[p].distance(ranks[c][0], ranks[c][1], ranks[c][2])
                            + (personas[p].isOriginal() ? 0 : UNFAMILIAR);
                }
            }
        }
        Named[] named = new Named[ranks.length];
        int[] own = LeastCostMatching.of(costs);
        Map<Persona, Integer> counts = new EnumMap<>(Persona.class);
        for (int c = 0; c < ranks.length; c++) {
            if (costs[c][own[c]] < FORBIDDEN) {
                named[c] = new Named(personas[own[c]], counts.merge(personas[own[c]], 1, Integer::sum));
            }
        }
        IntStream.range(0, ranks.length)
                .filter(c -> named[c] == null)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> costs[c][nearest(costs[c])]))
                .forEach(c -> {
                    int nearest = nearest(costs[c]);
                    Persona persona = costs[c][nearest] < FORBIDDEN ? personas[nearest] : Persona.AVERAGE_CUSTOMERS;
                    named[c] = new Named(persona, counts.merge(persona, 1, Integer::sum));
                });
        return List.of(named);
    }

    private static int nearest(double[] costs) {
        int nearest = 0;
        for (int i = 1; i < costs.length; i++) {
            if (costs[i] < costs[nearest]) {
                nearest = i;
            }
        }
        return nearest;
    }
}
