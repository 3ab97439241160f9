package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.numeric.RankStatistics;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @see <a href="https://doi.org/10.1109/LSP.2014.2337313">Sun and Xu (2014), Fast Implementation of DeLong’s Algorithm for Comparing the Areas Under Correlated Receiver Operating Characteristic Curves</a>
 */
public record ChurnError(
        ChurnModel name,
        double auc,
        double aucLow,
        double aucHigh,
        double brier,
        double logLoss,
        List<CalibrationBin> calibration) {
    private static final double NORMAL_975 = 1.959963984540054;
    private static final int BINS = 10;
    private static final double CERTAIN = 1e-15;

    /** Customers of similar probability: what was said, and what came. */
    public record CalibrationBin(int customers, double predicted, double observed) {}

    public ChurnError {
        calibration = List.copyOf(calibration);
    }

    /** @param inactive must hold both outcomes */
    static ChurnError of(ChurnModel name, double[] probabilities, boolean[] inactive) {
        double brier = 0;
        double logLoss = 0;
        for (int i = 0; i < inactive.length; i++) {
            double p = Math.clamp(probabilities[i], CERTAIN, 1 - CERTAIN);
            double outcome = inactive[i] ? 1 : 0;
            brier += (p - outcome) * (p - outcome) / inactive.length;
            logLoss -= Math.log(inactive[i] ? p : 1 - p) / inactive.length;
        }
        double[] auc = auc(probabilities, inactive);
        double margin = NORMAL_975 * auc[1];
        return new ChurnError(
                name,
                auc[0],
                Math.max(0, auc[0] - margin),
                Math.min(1, auc[0] + margin),
                brier,
                logLoss,
                calibration(probabilities, inactive));
    }

    /** The area under the curve and its standard error, from ranks (Sun and Xu 2014). */
    private static double[] auc(double[] scores, boolean[] positive) {
        double[] positives = select(scores, positive, true);
        double[] negatives = select(scores, positive, false);
        double[] all = RankStatistics.ranks(scores);
        double[] amongPositives = RankStatistics.ranks(positives);
        double[] amongNegatives = RankStatistics.ranks(negatives);
        double[] overNegatives = new double[positives.length];
        double[] underPositives = new double[negatives.length];
        int p = 0;
        int n = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i]) {
                overNegatives[p] = (all[i] - amongPositives[p]) / negatives.length;
                p++;
            } else {
                underPositives[n] = 1 - (all[i] - amongNegatives[n]) / positives.length;
                n++;
            }
        }
        double auc = mean(overNegatives);
        double variance = variance(overNegatives) / positives.length + variance(underPositives) / negatives.length;
        return new double[] {auc, Math.sqrt(variance)};
    }

    private static double[] select(double[] scores, boolean[] positive, boolean wanted) {
        double[] selected = new double[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i] == wanted) {
                selected[count++] = scores[i];
            }
        }
        return Arrays.copyOf(selected, count);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / Math.max(1, values.length - 1);
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
