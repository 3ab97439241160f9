package io.segmenta.engine.forecast.backtest;

/**
 * How far forecasts of a number of purchases were from what came.
 *
 * @param meanAbsoluteError in purchases a customer
 * @param rootMeanSquaredError likewise
 * @param predicted of all customers together
 * @param actual of all customers together
 */
public record CountError(double meanAbsoluteError, double rootMeanSquaredError, double predicted, double actual) {
    /** @param actual as many as forecasts, at least one */
    public static CountError of(double[] predicted, int[] actual) {
        double absolute = 0;
        double squared = 0;
        double predictedTotal = 0;
        double actualTotal = 0;
        for (int i = 0; i < actual.length; i++) {
            double error = predicted[i] - actual[i];
            absolute += Math.abs(error);
            squared += error * error;
            predictedTotal += predicted[i];
            actualTotal += actual[i];
        }
        return new CountError(
                absolute / actual.length, Math.sqrt(squared / actual.length), predictedTotal, actualTotal);
    }

    /** How much too many were forecast, as a share of what came. */
    public double bias() {
        return predicted / actual - 1;
    }
}
