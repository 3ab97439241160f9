package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.PurchaseSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The log-likelihood of all customers and its analytic gradient. Equal histories are counted once with a weight, and since x is a whole
 * number every gamma function is a running sum: no special function is needed, and large b loses no digits.
 */
final class BgNbdLikelihood implements LogLikelihood {
    private record History(int repeats, double lastWeeks, double ageWeeks) {}

    private final History[] histories;
    private final double[] weights;
    /** How many customers have x repeats. */
    private final double[] customersByRepeats;

    BgNbdLikelihood(List<PurchaseSummary> customers) {
        Map<History, Integer> counts = new LinkedHashMap<>();
        int most = 0;
        for (PurchaseSummary s : customers) {
            counts.merge(new History(s.repeats(), s.lastWeeks(), s.ageWeeks()), 1, Integer::sum);
            most = Math.max(most, s.repeats());
        }
        histories = counts.keySet().toArray(History[]::new);
        weights = counts.values().stream().mapToDouble(Integer::doubleValue).toArray();
        customersByRepeats = new double[most + 1];
        for (PurchaseSummary s : customers) {
            customersByRepeats[s.repeats()]++;
        }
    }

    /** Over ln r, ln alpha alone: the nested model in which nobody dies. */
    LogLikelihood withoutDropout() {
        return (logs, gradient) -> {
            double[] full = new double[4];
            double value = evaluate(Math.exp(logs[0]), Math.exp(logs[1]), 0, 1, full);
            gradient[0] = full[0];
            gradient[1] = full[1];
            return value;
        };
    }

    /** Over ln r, ln alpha, ln a, ln b. */
    @Override
    public double evaluate(double[] logs, double[] gradient) {
        return evaluate(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]), gradient);
    }

    private double evaluate(double r, double alpha, double a, double b, double[] gradient) {
        double value = 0;
        double dr = 0;
        double dalpha = 0;
        double da = 0;
        double db = 0;
        double logA = Math.log(a);
        double logAlpha = Math.log(alpha);
        for (int k = 0; k < histories.length; k++) {
            History h = histories[k];
            double w = weights[k];
            int x = h.repeats();
            double logAge = Math.log(alpha + h.ageWeeks());
            double total = -(r + x) * logAge;
            double dead = 0;
            double logLast = 0;
            if (x > 0 && a > 0) {
                logLast = Math.log(alpha + h.lastWeeks());
                double logDead = logA - Math.log(b + x - 1) - (r + x) * logLast;
                total = SpecialFunctions.logAddExp(total, logDead);
                dead = Math.exp(logDead - total);
                da += w * dead / a;
                db -= w * dead / (b + x - 1);
            }
            value += w * (total + r * logAlpha);
            dr += w * (logAlpha - (1 - dead) * logAge - dead * logLast);
            dalpha +=
                    w * (r / alpha - (r + x) * ((1 - dead) / (alpha + h.ageWeeks()) + dead / (alpha + h.lastWeeks())));
        }
        RunningSum ofR = new RunningSum(r);
        RunningSum ofB = new RunningSum(b);
        RunningSum ofBoth = new RunningSum(a + b);
        for (int x = 0; x < customersByRepeats.length; x++) {
            double w = customersByRepeats[x];
            value += w * (ofR.logs + ofB.logs - ofBoth.logs);
            dr += w * ofR.inverses;
            da -= w * ofBoth.inverses;
            db += w * (ofB.inverses - ofBoth.inverses);
            ofR.advance(x);
            ofB.advance(x);
            ofBoth.advance(x);
        }
        gradient[0] = r * dr;
        gradient[1] = alpha * dalpha;
        gradient[2] = a * da;
        gradient[3] = b * db;
        return value;
    }

    /** ln Γ(c + x) - ln Γ(c) and ψ(c + x) - ψ(c) for x = 0, 1, 2, … */
    private static final class RunningSum {
        private final double c;
        private double logs;
        private double inverses;

        RunningSum(double c) {
            this.c = c;
        }

        void advance(int x) {
            logs += Math.log(c + x);
            inverses += 1 / (c + x);
        }
    }
}
