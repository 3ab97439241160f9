package io.segmenta.engine.experiment;

import org.hipparchus.special.Beta;

/** Student's t distribution. */
final class StudentT {
    private StudentT() {}

    /** Probability of a value further from 0 than this, on either side. */
    static double twoSided(double t, double degrees) {
        return Beta.regularizedBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /**
     * The value not exceeded with this probability, by bisection.
     *
     * @param probability 0.5 to 1, exclusive
     */
    static double quantile(double probability, double degrees) {
        double low = 0;
        double high = 1;
        while (1 - twoSided(high, degrees) / 2 < probability) {
            high *= 2;
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (1 - twoSided(middle, degrees) / 2 < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
