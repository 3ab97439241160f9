package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.numeric.RankStatistics;
import java.util.Arrays;

/**
 * How far probabilities of an outcome were from what came.
 *
 * @param auc 0 to 1: the chance that somebody with the outcome was given a higher probability than somebody without
 * @param aucLow end of its 95 % interval (DeLong, DeLong, Clarke-Pearson 1988)
 * @param brier mean squared error of the probability, 0 to 1; lower is better
 * @param logLoss mean of −ln of the probability given to what happened, at least 0; lower is better
 * @see <a href="https://doi.org/10.1109/LSP.2014.2337313">Sun and Xu (2014), Fast Implementation of DeLong’s Algorithm for Comparing the Areas Under Correlated Receiver Operating Characteristic Curves</a>
 */
public record ProbabilityError(double auc, double aucLow, double aucHigh, double brier, double logLoss) {
    private static final double NORMAL_975 = 1.959963984540054;
    private static final double CERTAIN = 1e-15;

    /** @param outcomes must hold both */
    public static ProbabilityError of(double[] probabilities, boolean[] outcomes) {
        double brier = 0;
        double logLoss = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double p = Math.clamp(probabilities[i], CERTAIN, 1 - CERTAIN);
            double outcome = outcomes[i] ? 1 : 0;
            brier += (p - outcome) * (p - outcome) / outcomes.length;
            logLoss -= Math.log(outcomes[i] ? p : 1 - p) / outcomes.length;
        }
        double[] auc = auc(probabilities, outcomes);
        double margin = NORMAL_975 * auc[1];
        return new ProbabilityError(auc[0], Math.max(0, auc[0] - margin), Math.min(1, auc[0] + margin), brier, logLoss);
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
}
