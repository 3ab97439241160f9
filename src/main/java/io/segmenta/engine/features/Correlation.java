package io.segmenta.engine.features;

import io.segmenta.engine.numeric.Means;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Two features that say nearly the same, so that what they share counts twice when customers are compared.
 *
 * @param r Pearson's correlation of the transformed values, −1 to 1
 */
public record Correlation(Feature one, Feature other, double r) {
    /** Above this a pair is named. */
    public static final double STRONG = 0.95;

    /**
     * Every pair of columns that is correlated more strongly than {@link #STRONG}.
     *
     * @param features what the columns of the matrix are, in their order
     */
    public static List<Correlation> strong(FeatureMatrix matrix, List<Feature> features) {
        if (features.size() != matrix.columns()) {
            throw new IllegalArgumentException(
                    matrix.columns() + " columns are not the features " + features + ": name each column.");
        }
        double[][] centred = centred(matrix);
        List<Correlation> strong = new ArrayList<>();
        for (int a = 0; a < centred.length; a++) {
            for (int b = a + 1; b < centred.length; b++) {
                double r = dot(centred[a], centred[b])
                        / Math.sqrt(dot(centred[a], centred[a]) * dot(centred[b], centred[b]));
                // NaN where a column is constant.
                if (Math.abs(r) > STRONG) {
                    strong.add(new Correlation(features.get(a), features.get(b), Math.clamp(r, -1, 1)));
                }
            }
        }
        return List.copyOf(strong);
    }

    /** The pairs that are correlated whatever the data are: to warn before a run. */
    public static List<Correlation> byDefinition(List<Feature> features) {
        return features.contains(Feature.MONETARY) && features.contains(Feature.CLV)
                ? List.of(new Correlation(Feature.MONETARY, Feature.CLV, 1))
                : List.of();
    }

    /** The one to leave out. */
    public Feature spare() {
        return one == Feature.CLV ? one : other;
    }

    /** What it means. */
    public String sentence() {
        if (EnumSet.of(one, other).equals(EnumSet.of(Feature.MONETARY, Feature.CLV))) {
            return "Historic CLV is a constant times monetary, so money counts twice.";
        }
        return one.label() + " and " + lower(other) + (r > 0 ? " rise and fall together" : " go opposite ways")
                + String.format(Locale.ROOT, " (correlation %.2f)", r)
                + ", so what they share counts twice.";
    }

    /** The way out. */
    public String advice() {
        return "Leave " + lower(spare()) + " out to count it once.";
    }

    private static String lower(Feature feature) {
        return feature == Feature.CLV ? "historic CLV" : feature.label().toLowerCase(Locale.ROOT);
    }

    private static double[][] centred(FeatureMatrix matrix) {
        double[] means = Means.ofColumns(matrix.data(), matrix.columns());
        double[][] columns = new double[matrix.columns()][matrix.rows()];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < matrix.rows(); i++) {
                columns[j][i] = matrix.at(i, j) - means[j];
            }
        }
        return columns;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
