package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.numeric.RankStatistics;

/**
 * How well a model forecast the number of purchases of each customer, on held-out time.
 *
 * @param name the model
 * @param meanAbsoluteError in purchases
 * @param poissonDeviance mean; lower is better
 * @param predictedToActual of all customers together; 1 is right
 * @param decileError sum of the absolute errors of ten groups of equal size by forecast, as a share of all purchases
 */
public record PurchaseError(
        Model name, double meanAbsoluteError, double poissonDeviance, double predictedToActual, double decileError) {
    /** A way to forecast purchases. */
    public enum Model {
        /** past purchases, scaled to the length of the horizon */
        PRO_RATA("As before"),
        /** BG/NBD */
        BG_NBD("BG/NBD"),
        MBG_NBD("MBG/NBD"),
        /** k by likelihood */
        MBG_CNBD_K("MBG/CNBD-k"),
        /** BG/NBD × what it missed in the same weeks a year earlier */
        BG_NBD_SEASON("BG/NBD, season"),
        /** the same of MBG/NBD */
        MBG_NBD_SEASON("MBG/NBD, season"),
        /** the same of MBG/CNBD-k */
        MBG_CNBD_K_SEASON("MBG/CNBD-k, season");

        private final String label;

        Model(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Model of(Family family, boolean season) {
            return valueOf(family.name() + (season ? "_SEASON" : ""));
        }
    }

    private static final int GROUPS = 10;
    /** A forecast of 0 would make one purchase infinitely surprising. */
    private static final double NONE = 1e-9;

    /** @param actual not all 0 */
    static PurchaseError of(Model name, double[] predicted, int[] actual) {
        double absolute = 0;
        double deviance = 0;
        double predictedTotal = 0;
        double actualTotal = 0;
        for (int i = 0; i < actual.length; i++) {
            double mu = Math.max(predicted[i], NONE);
            int y = actual[i];
            absolute += Math.abs(y - predicted[i]);
            deviance += 2 * ((y == 0 ? 0 : y * Math.log(y / mu)) - (y - mu));
            predictedTotal += predicted[i];
            actualTotal += y;
        }
        int[] order = RankStatistics.argsort(predicted);
        double error = 0;
        for (int group = 0; group < GROUPS; group++) {
            double difference = 0;
            int from = (int) ((long) order.length * group / GROUPS);
            int to = (int) ((long) order.length * (group + 1) / GROUPS);
            for (int k = from; k < to; k++) {
                difference += predicted[order[k]] - actual[order[k]];
            }
            error += Math.abs(difference);
        }
        return new PurchaseError(
                name,
                absolute / actual.length,
                deviance / actual.length,
                predictedTotal / actualTotal,
                error / actualTotal);
    }
}
