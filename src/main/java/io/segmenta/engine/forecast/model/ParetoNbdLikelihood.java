package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.PurchaseSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The log-likelihood of all customers under Pareto/NBD over ln r, ln alpha, ln s, ln beta, and its gradient. */
final class ParetoNbdLikelihood implements LogLikelihood {
    private record History(int repeats, double lastWeeks, double ageWeeks) {}

    private final History[] histories;
    private final double[] weights;

    ParetoNbdLikelihood(List<PurchaseSummary> customers) {
        Map<History, Integer> counts = new LinkedHashMap<>();
        for (PurchaseSummary s : customers) {
            counts.merge(new History(s.repeats(), s.lastWeeks(), s.ageWeeks()), 1, Integer::sum);
        }
        histories = counts.keySet().toArray(History[]::new);
        weights = counts.values().stream().mapToDouble(Integer::doubleValue).toArray();
    }

    @Override
    public double evaluate(double[] logs, double[] gradient) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double s = Math.exp(logs[2]);
        double beta = Math.exp(logs[3]);
        double value = 0;
        double dr = 0;
        double dalpha = 0;
        double ds = 0;
        double dbeta = 0;
        for (int i = 0; i < histories.length; i++) {
            History h = histories[i];
            double w = weights[i];
            double p = r + h.repeats();
            double logLastAlpha = Math.log(alpha + h.lastWeeks());
            double logLastBeta = Math.log(beta + h.lastWeeks());
            ParetoSilence silence = new ParetoSilence(p, alpha, s, beta, h.lastWeeks(), h.ageWeeks());
            value += w
                    * (SpecialFunctions.logGamma(p)
                            - SpecialFunctions.logGamma(r)
                            + r * logs[1]
                            + s * logs[3]
                            - p * logLastAlpha
                            - s * logLastBeta
                            + silence.log());
            dr += w * (SpecialFunctions.digamma(p) - SpecialFunctions.digamma(r) + logs[1] - silence.logsOfAlpha());
            dalpha += w * (r / alpha - silence.inversesOfAlpha());
            ds += w * (logs[3] - silence.logsOfBeta() + silence.died() / s);
            dbeta += w * (s / beta - silence.inversesOfBeta());
        }
        gradient[0] = r * dr;
        gradient[1] = alpha * dalpha;
        gradient[2] = s * ds;
        gradient[3] = beta * dbeta;
        return value;
    }
}
