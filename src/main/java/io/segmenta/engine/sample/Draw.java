package io.segmenta.engine.sample;

import java.util.Random;

/**
 * Random draws that come out the same on every machine: StrictMath throughout.
 *
 * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang (2000), A Simple Method for Generating Gamma Variables</a>
 */
final class Draw {
    private final Random random;

    Draw(Random random) {
        this.random = random;
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** With mean 1. */
    double exponential() {
        return -StrictMath.log(1 - random.nextDouble());
    }

    double logNormal(double sigma) {
        return StrictMath.exp(sigma * random.nextGaussian());
    }

    /** With scale 1. Marsaglia and Tsang (2000), boosted below shape 1. */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                if (StrictMath.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }

    double beta(double a, double b) {
        double x = gamma(a);
        return x / (x + gamma(b));
    }

    /** At least 1, with the given mean. */
    int geometric(double mean) {
        return mean <= 1 ? 1 : 1 + (int) (StrictMath.log(1 - random.nextDouble()) / StrictMath.log(1 - 1 / mean));
    }
}
