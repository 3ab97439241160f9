package io.segmenta.engine.forecast.model;

import static io.segmenta.engine.forecast.model.SpecialFunctions.digamma;
import static io.segmenta.engine.forecast.model.SpecialFunctions.logGamma;

/**
 * The log-likelihood of all customers' mean spends and its analytic gradient, over ln p, ln q, ln v.
 *
 * @param purchases each more than 0
 * @param means each more than 0
 */
record GammaGammaLikelihood(int[] purchases, double[] means) implements LogLikelihood {
    @Override
    public double evaluate(double[] logs, double[] gradient) {
        double p = Math.exp(logs[0]);
        double q = Math.exp(logs[1]);
        double v = Math.exp(logs[2]);
        double logV = logs[2];
        double digammaQ = digamma(q);
        double dp = 0;
        double dq = 0;
        double dv = 0;
        double value = means.length * (q * logV - logGamma(q));
        for (int i = 0; i < means.length; i++) {
            int x = purchases[i];
            double px = p * x;
            double total = x * means[i];
            double logTotal = Math.log(total);
            double logWithV = Math.log(total + v);
            double digammaBoth = digamma(px + q);
            value += logGamma(px + q) - logGamma(px) + px * logTotal - Math.log(means[i]) - (px + q) * logWithV;
            dp += x * (digammaBoth - digamma(px) + logTotal - logWithV);
            dq += digammaBoth - digammaQ + logV - logWithV;
            dv += q / v - (px + q) / (total + v);
        }
        gradient[0] = p * dp;
        gradient[1] = q * dq;
        gradient[2] = v * dv;
        return value;
    }
}
