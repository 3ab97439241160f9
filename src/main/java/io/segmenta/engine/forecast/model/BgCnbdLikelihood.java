package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.BgCnbd.Dropout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The log-likelihood of all customers under (M)BG/CNBD-k and its analytic gradient; BG/NBD is the case of k = 1. Equal histories are
 * counted once with a weight, and since x and k are whole numbers every gamma function is a running sum: no special function is needed,
 * and large b loses no digits.
 */
final class BgCnbdLikelihood implements LogLikelihood {
    private record History(int repeats, double lastWeeks, double ageWeeks) {}

    private final Dropout dropout;
    private final int k;
    private final History[] histories;
    private final double[] weights;
    /** How many customers have x repeats. */
    private final double[] customersByRepeats;
    /** What the gaps add whatever the parameters are; 0 where k is 1. */
    private final double ofGaps;

    BgCnbdLikelihood(List<PurchaseSummary> customers, Dropout dropout, int k) {
        this.dropout = dropout;
        this.k = k;
        Map<History, Integer> counts = new LinkedHashMap<>();
        int most = 0;
        for (PurchaseSummary s : customers) {
            counts.merge(new History(s.repeats(), s.lastWeeks(), s.ageWeeks()), 1, Integer::sum);
            most = Math.max(most, s.repeats());
        }
        histories = counts.keySet().toArray(History[]::new);
        weights = counts.values().stream().mapToDouble(Integer::doubleValue).toArray();
        customersByRepeats = new double[most + 1];
        double gaps = 0;
        for (PurchaseSummary s : customers) {
            customersByRepeats[s.repeats()]++;
            gaps += (k - 1) * s.logGaps() - s.repeats() * SpecialFunctions.logGamma(k);
        }
        ofGaps = k == 1 ? 0 : gaps;
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
        double value = ofGaps;
        double dr = 0;
        double dalpha = 0;
        double da = 0;
        double db = 0;
        double logA = Math.log(a);
        double logAlpha = Math.log(alpha);
        Stages stages = new Stages();
        for (int i = 0; i < histories.length; i++) {
            History h = histories[i];
            double w = weights[i];
            double shape = r + k * h.repeats();
            int chances = dropout.chances(h.repeats());
            double logAge = Math.log(alpha + h.ageWeeks());
            stages.of(shape, alpha + h.ageWeeks(), h.ageWeeks() - h.lastWeeks());
            double total = -shape * logAge + stages.log;
            double dead = 0;
            double logLast = 0;
            if (chances > 0 && a > 0) {
                logLast = Math.log(alpha + h.lastWeeks());
                double logDead = logA - Math.log(b + chances - 1) - shape * logLast;
                total = SpecialFunctions.logAddExp(total, logDead);
                dead = Math.exp(logDead - total);
                da += w * dead / a;
                db -= w * dead / (b + chances - 1);
            }
            value += w * (total + r * logAlpha);
            dr += w * (logAlpha - (1 - dead) * (logAge - stages.byShape) - dead * logLast);
            dalpha += w
                    * (r / alpha
                            - shape * ((1 - dead) / (alpha + h.ageWeeks()) + dead / (alpha + h.lastWeeks()))
                            + (1 - dead) * stages.byRate);
        }
        RunningSum ofR = new RunningSum(r);
        RunningSum ofB = new RunningSum(b);
        RunningSum ofBoth = new RunningSum(a + b);
        for (int x = 0; x < customersByRepeats.length; x++) {
            double w = customersByRepeats[x];
            ofR.advanceTo(k * x);
            ofB.advanceTo(dropout.chances(x));
            ofBoth.advanceTo(dropout.chances(x));
            value += w * (ofR.logs + ofB.logs - ofBoth.logs);
            dr += w * ofR.inverses;
            da -= w * ofBoth.inverses;
            db += w * (ofB.inverses - ofBoth.inverses);
        }
        gradient[0] = r * dr;
        gradient[1] = alpha * dalpha;
        gradient[2] = a * da;
        gradient[3] = b * db;
        return value;
    }

    /** The sum over the stages that may have been reached in a silence, Σ_j<k (shape)_j / j! (silence / rate)^j, by its logarithm. */
    private final class Stages {
        private double log;
        private double byShape;
        /** By the rate at a fixed silence. */
        private double byRate;

        void of(double shape, double rate, double silence) {
            double term = 1;
            double sum = 1;
            double inverses = 0;
            byShape = 0;
            byRate = 0;
            for (int j = 1; j < k; j++) {
                term *= (shape + j - 1) / j * silence / rate;
                inverses += 1 / (shape + j - 1);
                sum += term;
                byShape += term * inverses;
                byRate -= term * j / rate;
            }
            log = Math.log(sum);
            byShape /= sum;
            byRate /= sum;
        }
    }

    /** ln Γ(c + n) - ln Γ(c) and ψ(c + n) - ψ(c) for n = 0, 1, 2, … */
    private static final class RunningSum {
        private final double c;
        private int n;
        private double logs;
        private double inverses;

        RunningSum(double c) {
            this.c = c;
        }

        void advanceTo(int to) {
            for (; n < to; n++) {
                logs += Math.log(c + n);
                inverses += 1 / (c + n);
            }
        }
    }
}
