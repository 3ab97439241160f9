package io.segmenta.engine.forecast.model;

import static io.segmenta.engine.forecast.model.SpecialFunctions.hypergeometric;
import static io.segmenta.engine.forecast.model.SpecialFunctions.logAddExp;

import io.segmenta.engine.forecast.history.PurchaseSummary;

/**
 * The BG/NBD model of repeat purchases: while alive a customer buys at
 * rate λ ~ Gamma(r, rate alpha) a week, and after each repeat purchase dies with probability p ~ Beta(a, b). Times are in weeks.
 *
 * <p>With {@code a = 0} nobody dies: the NBD model, of which {@code b} is no part.
 *
 * @see <a href="https://doi.org/10.1287/mksc.1040.0098">Fader, Hardie and Lee (2005), “Counting Your Customers” the Easy Way: An Alternative to the Pareto/NBD Model</a>
 */
public record BgNbd(double r, double alpha, double a, double b) implements PurchaseModel {
    /** Nearer than this to a removable singularity the expectation is interpolated between two points this far off it. */
    private static final double SINGULAR = 1e-5;

    /** Less than {@link #SINGULAR}: rounding puts 1 - (1 - 1e-5) below 1e-5. */
    private static final double NEAR = 0.99 * SINGULAR;

    public BgNbd {
        if (!(r > 0 && alpha > 0 && a >= 0 && b > 0) || !Double.isFinite(r + alpha + a + b)) {
            throw new IllegalArgumentException("The purchase model needs r, alpha, b > 0 and a ≥ 0, not r = " + r
                    + ", alpha = " + alpha + ", a = " + a + ", b = " + b + ".");
        }
    }

    /** The model in which nobody dies. */
    public static BgNbd withoutDropout(double r, double alpha) {
        return new BgNbd(r, alpha, 0, 1);
    }

    private double alive(PurchaseSummary s) {
        return -(r + s.repeats()) * Math.log(alpha + s.ageWeeks());
    }

    private double dead(PurchaseSummary s) {
        int x = s.repeats();
        return x == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + s.lastWeeks());
    }

    /** 1 for one-time buyers by construction. */
    @Override
    public double probabilityAlive(PurchaseSummary s) {
        double alive = alive(s);
        return Math.exp(alive - logAddExp(alive, dead(s)));
    }

    /** A customer who is still alive is a fresh customer of this model. */
    BgNbd after(PurchaseSummary s) {
        return new BgNbd(r + s.repeats(), alpha + s.ageWeeks(), a, b + s.repeats());
    }

    @Override
    public double expectedPurchases(PurchaseSummary s, double weeks) {
        return probabilityAlive(s) * after(s).expectedPurchases(weeks);
    }

    @Override
    public double probabilityInactive(PurchaseSummary s, double weeks) {
        double alive = alive(s);
        double dead = dead(s);
        double total = logAddExp(alive, dead);
        double silent = (r + s.repeats()) * -Math.log1p(weeks / (alpha + s.ageWeeks()));
        return Math.exp(dead - total) + Math.exp(alive - total + silent);
    }

    /** Expected repeat purchases of a new customer in the weeks after the first purchase. */
    public double expectedPurchases(double weeks) {
        if (weeks == 0) {
            return 0;
        }
        if (a < 1e-9) {
            return r * weeks / alpha;
        }
        if (Math.abs(a - 1) < NEAR) {
            return interpolate(
                    a, 1 - SINGULAR, 1 + SINGULAR, at -> new BgNbd(r, alpha, at, b).expectedPurchases(weeks));
        }
        double c = a + b - 1;
        if (Math.abs(c) < NEAR) {
            double singular = 1 - a;
            return interpolate(
                    b,
                    singular - SINGULAR,
                    singular + SINGULAR,
                    at -> new BgNbd(r, alpha, a, at).expectedPurchases(weeks));
        }
        double z = weeks / (alpha + weeks);
        // Euler's transform of the published form: its arguments do not grow with the number of purchases.
        double g = a - 1 <= r
                ? Math.exp((a - 1) * Math.log1p(-z)) * hypergeometric(a - 1, c - r, c, z)
                : Math.exp(r * Math.log1p(-z)) * hypergeometric(r, b, c, z);
        return c / (a - 1) * (1 - g);
    }

    private interface Curve {
        double at(double parameter);
    }

    private static double interpolate(double at, double low, double high, Curve curve) {
        double part = (at - low) / (high - low);
        return (1 - part) * curve.at(low) + part * curve.at(high);
    }
}
