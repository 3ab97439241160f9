package io.segmenta.engine.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to transform a new customer as the fitted ones were: log1p, capping, centring, scaling, per feature in order.
 *
 * @param lower 1st percentile of log1p values to cap at, or null where nothing is capped
 * @param upper 99th percentile likewise
 * @param centres subtracted after capping
 * @param scales divided by; never 0
 */
public record FittedTransform(
        List<Feature> features,
        double @Nullable [] lower,
        double @Nullable [] upper,
        double[] centres,
        double[] scales) {

    // Spelled out, since javac drops the @Nullable of an array from the parameters of a compact constructor.
    public FittedTransform(
            List<Feature> features,
            double @Nullable [] lower,
            double @Nullable [] upper,
            double[] centres,
            double[] scales) {
        int n = features.size();
        boolean capped = lower != null && upper != null && lower.length == n && upper.length == n;
        if (centres.length != n || scales.length != n || !(capped || (lower == null && upper == null))) {
            throw new IllegalArgumentException(
                    "A transform of " + n + " features needs a centre, a scale and, where it caps, two caps for each.");
        }
        for (double scale : scales) {
            if (!(scale > 0)) {
                throw new IllegalArgumentException("A scale (" + scale + ") must be above 0.");
            }
        }
        this.features = List.copyOf(features);
        this.lower = lower;
        this.upper = upper;
        this.centres = centres;
        this.scales = scales;
    }

    /**
     * The row of the feature matrix of one customer.
     *
     * @param raw one value per feature, in natural units and in the order of {@link #features()}
     */
    public double[] apply(double[] raw) {
        if (raw.length != features.size()) {
            throw new IllegalArgumentException(
                    "A customer needs " + features.size() + " values (" + features + "), not " + raw.length + ".");
        }
        double[] row = new double[raw.length];
        for (int f = 0; f < raw.length; f++) {
            row[f] = scale(log1p(raw[f]), f);
        }
        return row;
    }

    /** One value of a feature as {@link #apply(double[])} makes it. */
    public double apply(Feature feature, double raw) {
        return scale(log1p(raw), features.indexOf(feature));
    }

    /** Whether customers above and below a value of a feature are told apart, which they are not where both are capped. */
    public boolean tells(int feature, double raw) {
        double log = log1p(raw);
        return lower == null || upper == null || (log >= lower[feature] && log < upper[feature]);
    }

    /** log(1 + x); mirrored below 0, where money can get when returns are kept as lines. */
    static double log1p(double x) {
        return Math.copySign(Math.log1p(Math.abs(x)), x);
    }

    double scale(double log, int feature) {
        double capped = lower == null || upper == null ? log : Math.clamp(log, lower[feature], upper[feature]);
        return (capped - centres[feature]) / scales[feature];
    }
}
