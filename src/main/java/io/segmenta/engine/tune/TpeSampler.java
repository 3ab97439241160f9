package io.segmenta.engine.tune;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Proposes points by the tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kégl 2011) with the defaults of Optuna: ten random
 * points to begin with; then, one dimension after the other, of 24 draws from where the best tenth lies (at most 25 points) the one that is
 * likeliest there against everywhere else. Points that may not be used rank behind all others.
 *
 * @see <a href="https://proceedings.neurips.cc/paper/2011/hash/86e8f7ab32cfd12577bc2619bc635690-Abstract.html">Bergstra, Bardenet, Bengio and Kégl (2011), Algorithms for Hyper-Parameter Optimization</a>
 */
public final class TpeSampler {
    private static final int START_UP = 10;
    private static final int CANDIDATES = 24;
    private static final int MOST_BEST = 25;

    private final List<Dimension> dimensions;
    private final RandomGenerator random;

    public TpeSampler(List<Dimension> dimensions, RandomGenerator random) {
        this.dimensions = List.copyOf(dimensions);
        this.random = random;
    }

    /** @param history in the order it was observed */
    public double[] propose(List<Observation> history) {
        double[] point = new double[dimensions.size()];
        if (history.size() < START_UP) {
            for (int d = 0; d < point.length; d++) {
                point[d] = anywhere(dimensions.get(d));
            }
            return point;
        }
        int count = Math.min((int) Math.ceil(0.1 * history.size()), MOST_BEST);
        List<Observation> best = history.stream()
                .sorted(Comparator.comparingDouble(Observation::violation)
                        .thenComparing(
                                Comparator.comparingDouble(Observation::score).reversed()))
                .limit(count)
                .toList();
        for (int d = 0; d < point.length; d++) {
            point[d] = likeliest(d, best, history);
        }
        return point;
    }

    private double anywhere(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Real real -> real.from() + random.nextDouble() * (real.to() - real.from());
            case Dimension.Whole whole -> whole.from() + random.nextInt(whole.to() - whole.from() + 1);
            case Dimension.Choice choice -> random.nextInt(choice.options());
        };
    }

    private double likeliest(int d, List<Observation> best, List<Observation> history) {
        // In the order they were observed, because older ones weigh less.
        double[] good = values(d, history.stream().filter(best::contains).toList());
        double[] rest =
                values(d, history.stream().filter(o -> !best.contains(o)).toList());
        ParzenEstimator near = ParzenEstimator.of(dimensions.get(d), good);
        ParzenEstimator elsewhere = ParzenEstimator.of(dimensions.get(d), rest);
        double chosen = Double.NaN;
        double most = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            double value = near.draw(random);
            double gain = Math.log(near.likelihood(value)) - Math.log(elsewhere.likelihood(value));
            if (gain > most || candidate == 0) {
                most = gain;
                chosen = value;
            }
        }
        return chosen;
    }

    private static double[] values(int d, List<Observation> observations) {
        return observations.stream().mapToDouble(o -> o.point()[d]).toArray();
    }
}
