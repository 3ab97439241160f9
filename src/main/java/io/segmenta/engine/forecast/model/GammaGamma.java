package io.segmenta.engine.forecast.model;

/**
 * The Gamma-Gamma model of spend (Fader and Hardie 2013, "The Gamma-Gamma model of monetary value"): what a customer spends on a purchase
 * day is Gamma(p, rate ν), and ν ~ Gamma(q, rate v) over the customers, whatever their purchase rate. {@code v} is in currency.
 *
 * @see <a href="https://doi.org/10.1287/mksc.13.1.41">Schmittlein and Peterson (1994), Customer Base Analysis: An Industrial Purchase Process Application</a>
 * @see <a href="http://www.brucehardie.com/notes/025/">Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value</a>
 */
public record GammaGamma(double p, double q, double v) {
    public GammaGamma {
        if (!(p > 0 && q > 0 && v > 0) || !Double.isFinite(p + q + v)) {
            throw new IllegalArgumentException(
                    "The spend model needs p, q, v > 0, not p = " + p + ", q = " + q + ", v = " + v + ".");
        }
    }

    /** Expected spend of a future purchase after {@code purchases} > 0 that brought {@code mean} each. */
    public double expectedSpend(int purchases, double mean) {
        return p * (v + purchases * mean) / (p * purchases + q - 1);
    }

    /** Expected spend of somebody of whom nothing is known; only for q > 1, otherwise it is infinite. */
    public double populationMean() {
        if (!(q > 1)) {
            throw new IllegalStateException("The mean spend is infinite at q = " + q + ".");
        }
        return p * v / (q - 1);
    }
}
