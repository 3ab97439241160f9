package io.segmenta.engine.features;

import io.segmenta.engine.base.UserFacingException;
import java.util.List;

/**
 * How customer features become a feature matrix: log1p, then outliers, then scaling.
 *
 * @param features the columns of the matrix, in order, at least one, none twice
 * @param contamination expected share of outliers, above 0 and at most 0.5
 */
public record TransformSettings(List<Feature> features, OutlierAction outliers, double contamination, Scaler scaler) {
    /** What becomes of customers that the isolation forest finds odd. */
    public enum OutlierAction {
        /** kept and marked */
        FLAG,
        /** every feature is cut to its 1st and 99th percentile */
        CAP,
        /** left out of the clustering */
        REMOVE
    }

    /** How columns are made comparable. */
    public enum Scaler {
        /** median and interquartile range */
        ROBUST,
        /** mean and standard deviation */
        STANDARD,
        NONE
    }

    /** @throws UserFacingException where there is no feature, one twice, or the contamination is out of range */
    public TransformSettings {
        features = List.copyOf(features);
        if (features.isEmpty() || features.stream().distinct().count() != features.size()) {
            throw new UserFacingException("Choose at least one feature, and each only once.");
        }
        if (!(contamination > 0 && contamination <= 0.5)) {
            throw new UserFacingException(
                    "The expected share of outliers (" + contamination + ") must be above 0 and at most 0.5.");
        }
    }

    /** With the original five features. */
    public static TransformSettings defaults() {
        return new TransformSettings(FeatureSet.ORIGINAL.features(), OutlierAction.FLAG, 0.01, Scaler.ROBUST);
    }

    /** The same of other features. */
    public TransformSettings of(List<Feature> others) {
        return new TransformSettings(others, outliers, contamination, scaler);
    }
}
