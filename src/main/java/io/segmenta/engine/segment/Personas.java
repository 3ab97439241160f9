package io.segmenta.engine.segment;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which persona each cluster stands for. */
final class Personas {
    /** @param ordinal 1 for the first cluster of the persona, 2 for the next */
    record Named(Persona persona, int ordinal) {}

    private Personas() {}

    /**
     * As many clusters as possible get a persona of their own, with the least total squared distance to the prototypes; the
     * remaining ones take the nearest persona and are counted there, the closest first.
     *
     * @param ranks per cluster the mean percentile ranks of recency, frequency and monetary
     */
    static List<Named> assign(double[][] ranks) {
        Persona[] personas = Persona.values();
        double[][] distances = new double[ranks.length][personas.length];
        for (int c = 0; c < ranks.length; c++) {
            for (int p = 0; p < personas.length; p++) {
                distances[c][p] = personas[p].distance(ranks[c][0], ranks[c][1], ranks[c][2]);
            }
        }
        Named[] named = new Named[ranks.length];
        if (ranks.length <= personas.length) {
            int[] personaOf = LeastCostMatching.of(distances);
            for (int c = 0; c < ranks.length; c++) {
                named[c] = new Named(personas[personaOf[c]], 1);
            }
            return List.of(named);
        }
        int[] clusterOf = LeastCostMatching.of(transposed(distances));
        for (int p = 0; p < personas.length; p++) {
            named[clusterOf[p]] = new Named(personas[p], 1);
        }
        Map<Persona, Integer> counts = new EnumMap<>(Persona.class);
        IntStream.range(0, ranks.length)
                .filter(c -> named[c] == null)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> distances[c][nearest(distances[c])]))
                .forEach(c -> {
                    Persona persona = personas[nearest(distances[c])];
                    named[c] = new Named(persona, 1 + counts.merge(persona, 1, Integer::sum));
                });
        return List.of(named);
    }

    private static int nearest(double[] distances) {
        int nearest = 0;
        for (int i = 1; i < distances.length; i++) {
            if (distances[i] < distances[nearest]) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }
}
