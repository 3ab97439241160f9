package io.segmenta.engine.features;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.numeric.Quantiles;
import java.util.List;
import java.util.stream.IntStream;

/** Customer features → log1p → outliers → scaler → feature matrix. */
public final class FeatureTransformer {
    private static final double LOWEST_SHARE = 0.01;
    private static final double HIGHEST_SHARE = 0.99;

    private FeatureTransformer() {}

    /**
     * Fits the transforms to these customers and applies them.
     *
     * @throws UserFacingException when there is no customer, or when a feature is NaN or infinite
     */
    public static Transformed fit(
            CustomerFeatures customers, TransformSettings settings, Seed seed, Progress progress) {
        if (customers.customers() == 0) {
            throw new UserFacingException(
                    "There are no customers to describe. Check the quality report of the dataset.");
        }
        progress.report(0, "Bringing features to one scale");
        List<Feature> features = settings.features();
        double[][] logs = new double[features.size()][];
        for (int f = 0; f < logs.length; f++) {
            logs[f] = logs(customers, features.get(f));
        }
        progress.report(0.1, "Looking for unusual customers");
        boolean[] outlier = Outliers.find(logs, settings.contamination(), seed.derive("isolation forest"), progress);
        boolean remove = settings.outliers() == TransformSettings.OutlierAction.REMOVE;
        int[] rows = IntStream.range(0, customers.customers())
                .filter(i -> !(remove && outlier[i]))
                .toArray();
        progress.report(0.9, "Bringing features to one scale");
        FittedTransform transform = fit(logs, rows, settings);
        FeatureMatrix matrix = matrix(logs, rows, transform);
        return new Transformed(matrix, rows, outlier, transform);
    }

    private static double[] logs(CustomerFeatures customers, Feature feature) {
        double[] raw = customers.column(feature);
        double[] logs = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            if (!Double.isFinite(raw[i])) {
                throw new UserFacingException("The " + feature.label() + " of customer "
                        + customers.ids().get(i) + " is " + raw[i]
                        + ", which is not a number to compare by. Leave this feature out.");
            }
            logs[i] = FittedTransform.log1p(raw[i]);
        }
        return logs;
    }

    private static FittedTransform fit(double[][] logs, int[] rows, TransformSettings settings) {
        int columns = logs.length;
        double[] lower = new double[columns];
        double[] upper = new double[columns];
        double[] centres = new double[columns];
        double[] scales = new double[columns];
        boolean cap = settings.outliers() == TransformSettings.OutlierAction.CAP;
        for (int f = 0; f < columns; f++) {
            double[] column = logs[f];
            double[] values =
                    IntStream.of(rows).mapToDouble(i -> column[i]).sorted().toArray();
            if (cap) {
                lower[f] = Quantiles.ofNumpy(values, LOWEST_SHARE);
                upper[f] = Quantiles.ofNumpy(values, HIGHEST_SHARE);
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.clamp(values[i], lower[f], upper[f]);
                }
            }
            Column scaled = Column.of(values, settings.scaler());
            centres[f] = scaled.centre();
            scales[f] = scaled.scale();
        }
        return new FittedTransform(settings.features(), cap ? lower : null, cap ? upper : null, centres, scales);
    }

    private static FeatureMatrix matrix(double[][] logs, int[] rows, FittedTransform transform) {
        int columns = logs.length;
        double[] data = new double[Math.multiplyExact(rows.length, columns)];
        for (int r = 0; r < rows.length; r++) {
            for (int f = 0; f < columns; f++) {
                data[r * columns + f] = transform.scale(logs[f][rows[r]], f);
            }
        }
        List<String> names = transform.features().stream().map(Feature::key).toList();
        return new FeatureMatrix(data, rows.length, columns, names);
    }
}
