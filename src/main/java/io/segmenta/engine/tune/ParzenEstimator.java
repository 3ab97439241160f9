package io.segmenta.engine.tune;

import io.segmenta.engine.numeric.RankStatistics;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What is likely along one dimension: one kernel per observed value, and one for what was believed before. */
interface ParzenEstimator {
    double draw(RandomGenerator random);

    /** For comparing two estimators at one value; of whole numbers and choices the probability. */
    double likelihood(double value);

    /** @param values in the order they were observed */
    static ParzenEstimator of(Dimension dimension, double[] values) {
        return switch (dimension) {
            case Dimension.Real real -> new Normals(real.from(), real.to(), false, values);
            case Dimension.Whole whole -> new Normals(whole.from() - 0.5, whole.to() + 0.5, true, values);
            case Dimension.Choice choice -> new Shares(choice.options(), values);
        };
    }

    /** Of the last 25 values each weighs 1, of those before less and less; the prior weighs 1. Sums to 1. */
    static double[] weights(int values) {
        double[] weights = new double[values + 1];
        Arrays.fill(weights, 1);
        int ramp = values - 25;
        for (int i = 0; i < ramp; i++) {
            weights[i] = ramp == 1 ? 1.0 / values : 1.0 / values + (1 - 1.0 / values) * i / (ramp - 1);
        }
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    static int drawIndex(double[] weights, RandomGenerator random) {
        double target = random.nextDouble();
        double passed = 0;
        for (int i = 0; i < weights.length - 1; i++) {
            passed += weights[i];
            if (target < passed) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Shares of the options, each kernel leaning to the option it saw. */
    record Shares(double[] probabilities) implements ParzenEstimator {
        Shares(int options, double[] values) {
            this(probabilities(options, values));
        }

        private static double[] probabilities(int options, double[] values) {
            double[] weights = weights(values.length);
            double base = 1.0 / weights.length;
            double[] probabilities = new double[options];
            for (int i = 0; i < weights.length; i++) {
                boolean prior = i == values.length;
                double total = options * base + (prior ? 0 : 1);
                for (int option = 0; option < options; option++) {
                    double seen = !prior && (int) values[i] == option ? 1 : 0;
                    probabilities[option] += weights[i] * (base + seen) / total;
                }
            }
            return probabilities;
        }

        @Override
        public double draw(RandomGenerator random) {
            return drawIndex(probabilities, random);
        }

        @Override
        public double likelihood(double value) {
            return probabilities[(int) value];
        }
    }

    /**
     * Normal distributions cut off at both ends, each as wide as the farther of its two neighbours is away, but no narrower than a share of
     * the range. Kernels of real numbers count by their height, as in Optuna 3.1, where they are not divided by their width: measured, the
     * search comes nearer to the optimum so (src/docs/decisions/tuner.md).
     */
    final class Normals implements ParzenEstimator {
        private final double low;
        private final double high;
        private final boolean whole;
        private final double[] weights;
        private final double[] means;
        private final double[] widths;
        /** how much of each kernel lies within the range */
        private final double[] inside;

        Normals(double low, double high, boolean whole, double[] values) {
            this.low = low;
            this.high = high;
            this.whole = whole;
            weights = weights(values.length);
            means = Arrays.copyOf(values, values.length + 1);
            means[values.length] = (low + high) / 2;
            widths = widths();
            inside = new double[means.length];
            Arrays.setAll(inside, i -> Normal.between(means[i], widths[i], low, high));
        }

        private double[] widths() {
            int n = means.length;
            int[] order = RankStatistics.argsort(means);
            double[] result = new double[n];
            double range = high - low;
            for (int rank = 0; rank < n; rank++) {
                double mean = means[order[rank]];
                double below = rank > 0 ? mean - means[order[rank - 1]] : Double.NaN;
                double above = rank < n - 1 ? means[order[rank + 1]] - mean : Double.NaN;
                double width;
                if (n == 1) {
                    width = range;
                } else if (rank == 0) {
                    width = above;
                } else if (rank == n - 1) {
                    width = below;
                } else {
                    width = Math.max(below, above);
                }
                result[order[rank]] = Math.clamp(width, range / Math.min(100, 1 + n), range);
            }
            result[n - 1] = range;
            return result;
        }

        @Override
        public double draw(RandomGenerator random) {
            int kernel = drawIndex(weights, random);
            // The mean lies inside and the width is at most the range: at least every third draw is kept.
            double value;
            do {
                value = means[kernel] + widths[kernel] * random.nextGaussian();
            } while (value < low || value > high);
            return whole ? Math.clamp(Math.rint(value), low + 0.5, high - 0.5) : value;
        }

        @Override
        public double likelihood(double value) {
            double sum = 0;
            for (int i = 0; i < means.length; i++) {
                sum += weights[i]
                        * (whole
                                ? Normal.between(means[i], widths[i], value - 0.5, value + 0.5)
                                : Normal.height(means[i], widths[i], value))
                        / inside[i];
            }
            return sum;
        }
    }
}
