package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.numeric.RankStatistics;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a churn model forecast who would be inactive, on held-out time.
 *
 * @param name the model
 * @param auc 0 to 1: the chance that an inactive customer was given a higher probability than an active one
 * @param aucLow end of its 95 % interval (DeLong, DeLong, Clarke-Pearson 1988)
 * @param brier mean squared error of the probability, 0 to 1; lower is better
 * @param logLoss mean of −ln of the probability given to what happened, at least 0; lower is better
 * @param calibration ten bins of equally many customers, by probability
 */
public record ChurnError(
        ChurnModel name,
        double auc,
        double aucLow,
        double aucHigh,
        double brier,
        double logLoss,
        List<CalibrationBin> calibration) {
    private static final int BINS = 10;

    /** Customers of similar probability: what was said, and what came. */
    public record CalibrationBin(int customers, double predicted, double observed) {}

    public ChurnError {
        calibration = List.copyOf(calibration);
    }

    /** @param inactive must hold both outcomes */
    static ChurnError of(ChurnModel name, double[] probabilities, boolean[] inactive) {
        ProbabilityError error = ProbabilityError.of(probabilities, inactive);
        return new ChurnError(
                name,
                error.auc(),
                error.aucLow(),
                error.aucHigh(),
                error.brier(),
                error.logLoss(),
                calibration(probabilities, inactive));
    }

    private static List<CalibrationBin> calibration(double[] probabilities, boolean[] inactive) {
        int[] order = RankStatistics.argsort(probabilities);
        List<CalibrationBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int from = (int) ((long) order.length * bin / BINS);
            int to = (int) ((long) order.length * (bin + 1) / BINS);
            double predicted = 0;
            double observed = 0;
            for (int k = from; k < to; k++) {
                predicted += probabilities[order[k]] / (to - from);
                observed += inactive[order[k]] ? 1.0 / (to - from) : 0;
            }
            if (to > from) {
                bins.add(new CalibrationBin(to - from, predicted, observed));
            }
        }
        return bins;
    }
}
