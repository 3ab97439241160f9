package io.segmenta.engine.forecast.model;

/**
 * Functions of the purchase models, accurate to about 1e-14 relative to max(1, |f|) for arguments in [1e-6, 1e6]. Why not a library's:
 * decision record {@code forecast-numerics.md}.
 * Formulas: DLMF 5.11 (gamma function) and 15.2 (hypergeometric function).
 */
final class SpecialFunctions {
    /** Below, the argument is shifted up by the recurrence; above, Stirling's series has converged to double precision. */
    private static final double SHIFT = 12;

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** B_2k / (2k (2k - 1)), k = 1 … 7. */
    private static final double[] LOG_GAMMA_SERIES = {
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
    };

    /** B_2k / 2k, k = 1 … 7. */
    private static final double[] DIGAMMA_SERIES = {
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12
    };

    private SpecialFunctions() {}

    /** ln Γ(v), v > 0. */
    static double logGamma(double v) {
        double product = 1;
        double shifted = v;
        while (shifted < SHIFT) {
            product *= shifted;
            shifted++;
        }
        double series = series(LOG_GAMMA_SERIES, shifted) / shifted;
        return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product);
    }

    /** ψ(v), the derivative of ln Γ, v > 0. */
    static double digamma(double v) {
        double sum = 0;
        double shifted = v;
        while (shifted < SHIFT) {
            sum += 1 / shifted;
            shifted++;
        }
        double series = series(DIGAMMA_SERIES, shifted) / (shifted * shifted);
        return Math.log(shifted) - 0.5 / shifted - series - sum;
    }

    /** c0 + c1/v² + c2/v⁴ + … */
    private static double series(double[] coefficients, double v) {
        double square = 1 / (v * v);
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * square + coefficients[i];
        }
        return sum;
    }

    /** Gauss' series of ₂F₁(a, b; c; z), 0 ≤ z < 1, c not 0, -1, -2, … */
    static double hypergeometric(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        int negligible = 0;
        for (int n = 0; negligible < 2; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
            sum += term;
            negligible = Math.abs(term) <= 1e-16 * Math.abs(sum) ? negligible + 1 : 0;
        }
        return sum;
    }

    /** ln(exp(u) + exp(v)) without overflow; either may be -∞. */
    static double logAddExp(double u, double v) {
        double max = Math.max(u, v);
        return max == Double.NEGATIVE_INFINITY ? max : max + Math.log1p(Math.exp(-Math.abs(u - v)));
    }
}
