package io.segmenta.engine.forecast.backtest;

import java.util.List;

/**
 * How well a model forecast the revenue of each customer, on held-out time.
 *
 * @param name the model
 * @param predictedToActual of all customers together; 1 is right
 * @param spearman rank correlation of forecast and revenue
 * @param topDecileCapture the share of all revenue that came from the tenth of customers with the largest forecasts
 */
public record RevenueError(Model name, double predictedToActual, double spearman, double topDecileCapture) {
    /** A way to forecast revenue. */
    public enum Model {
        /** past spend, scaled to the length of the horizon */
        PAST_SPEND("Past spend"),
        /** BG/NBD × Gamma-Gamma on repeat purchases */
        BG_NBD_GAMMA_GAMMA("BG/NBD × spend model, repeat purchases"),
        /** BG/NBD × Gamma-Gamma on all purchases */
        BG_NBD_GAMMA_GAMMA_ALL("BG/NBD × spend model"),
        /** the same × what it missed in the same weeks a year earlier */
        BG_NBD_GAMMA_GAMMA_SEASON("BG/NBD × spend model, season"),
        /** the chosen purchase model, where it is another, × Gamma-Gamma on all purchases */
        CHOSEN_GAMMA_GAMMA("Chosen purchase model × spend model"),
        /** the same × what it missed in the same weeks a year earlier */
        CHOSEN_GAMMA_GAMMA_SEASON("Chosen purchase model × spend model, season"),
        /** linear zero-inflated log-normal regression on the features of the purchase history */
        SPEND_REGRESSION("Regression of spend"),
        /** what came: nothing can be better */
        ORACLE("Hindsight");

        private final String label;

        Model(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param ids decide among equal forecasts
     * @param actual not all 0
     */
    static RevenueError of(Model name, List<String> ids, double[] predicted, double[] actual) {
        double total = 0;
        double predictedTotal = 0;
        for (int i = 0; i < actual.length; i++) {
            total += actual[i];
            predictedTotal += predicted[i];
        }
        RevenueOrder order = RevenueOrder.of(ids, predicted, actual);
        return new RevenueError(name, predictedTotal / total, order.spearman(), order.topTenth());
    }
}
