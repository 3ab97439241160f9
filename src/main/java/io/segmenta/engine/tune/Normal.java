package io.segmenta.engine.tune;

/** The normal distribution. */
final class Normal {
    private Normal() {}

    /** The density times the deviation: narrow ones are as high as wide ones. */
    static double height(double mean, double deviation, double value) {
        double z = (value - mean) / deviation;
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    static double between(double mean, double deviation, double from, double to) {
        return cumulative((to - mean) / deviation) - cumulative((from - mean) / deviation);
    }

    /** ½ + φ(z) · (z + z³/3 + z⁵/(3·5) + …), Abramowitz and Stegun 26.2.11; its terms do not cancel. */
    static double cumulative(double z) {
        if (Math.abs(z) > 8) {
            return z < 0 ? 0 : 1;
        }
        double term = z;
        double sum = z;
        for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
            term *= z * z / n;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
