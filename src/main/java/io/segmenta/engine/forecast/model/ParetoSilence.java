package io.segmenta.engine.forecast.model;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The likelihood of a silence under Pareto/NBD, and its derivatives. Whoever is silent from t to T lives, or died at some y between:
 *
 * <p>((α + T)/(α + t))^−p ((β + T)/(β + t))^−s + s (α + t)^p (β + t)^s ∫ (α + y)^−p (β + y)^−(s + 1) dy, p = r + x.
 *
 * <p>The integral is usually written as a difference of two ₂F₁, which cancel for a short silence, converge slowly where β and α are far
 * apart, and have no closed derivative. It is taken by Gauss' rule over ln(min(α, β) + y) instead, where the integrand is
 * close to exponential; all terms are positive and none leaves the range of numbers.
 *
 * @see <a href="http://brucehardie.com/notes/009/">Fader and Hardie (2005), A Note on Deriving the Pareto/NBD Model and Related Expressions</a>
 */
final class ParetoSilence {
    private static final int NODES = 20;
    /** With so many nodes a panel no longer than this is exact to about 1e-12. */
    private static final double LONGEST_PANEL = 4;

    private static final double STEEPEST_PANEL = 40;
    private static final double NOTICEABLE = 1 + 1e-15;
    private static final double[] POINTS = new double[NODES];
    private static final double[] WEIGHTS = new double[NODES];

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
        for (int i = 0; i < NODES; i++) {
            POINTS[i] = (1 + rule.getPoint(i)) / 2;
            WEIGHTS[i] = rule.getWeight(i) / 2;
        }
    }

    private final double log;
    private final double alive;
    private double died;
    private double logsOfAlpha;
    private double logsOfBeta;
    private double inversesOfAlpha;
    private double inversesOfBeta;

    /**
     * @param p more than 0
     * @param from t, in weeks
     * @param until T, in weeks, at least {@code from}
     */
    ParetoSilence(double p, double alpha, double s, double beta, double from, double until) {
        double silence = until - from;
        double lived = Math.exp(-p * Math.log1p(silence / (alpha + from)) - s * Math.log1p(silence / (beta + from)));
        if (silence > 0) {
            integrate(p, alpha, s, beta, from, silence);
        }
        double total = lived + died;
        log = Math.log(total);
        alive = lived / total;
        died /= total;
        logsOfAlpha = logsOfAlpha / total + alive * Math.log(alpha + until);
        logsOfBeta = logsOfBeta / total + alive * Math.log(beta + until);
        inversesOfAlpha = p * (inversesOfAlpha / total + alive / (alpha + until));
        inversesOfBeta = (s + 1) * inversesOfBeta / total + s * alive / (beta + until);
    }

    private void integrate(double p, double alpha, double s, double beta, double from, double silence) {
        double smaller = Math.min(alpha, beta);
        double origin = smaller + from;
        double length = Math.log1p(silence / origin);
        double steepness = p * Math.log1p(silence / (alpha + from)) + (s + 1) * Math.log1p(silence / (beta + from));
        double panels = Math.ceil(Math.max(length / LONGEST_PANEL, steepness / STEEPEST_PANEL));
        double factor = length / panels * origin * s / (beta + from);
        double logAlpha = Math.log(alpha + from);
        double logBeta = Math.log(beta + from);
        double before = -1;
        // The integrand has one top, so what is negligible once stays so.
        for (int panel = 0; panel < panels && died > before * NOTICEABLE; panel++) {
            before = died;
            for (int i = 0; i < NODES; i++) {
                double v = (panel + POINTS[i]) * length / panels;
                double until = origin * Math.exp(v);
                double sinceAlpha = alpha - smaller + until;
                double sinceBeta = beta - smaller + until;
                double ofAlpha = Math.log(sinceAlpha);
                double ofBeta = Math.log(sinceBeta);
                double density =
                        WEIGHTS[i] * factor * Math.exp(v - p * (ofAlpha - logAlpha) - (s + 1) * (ofBeta - logBeta));
                died += density;
                logsOfAlpha += density * ofAlpha;
                logsOfBeta += density * ofBeta;
                inversesOfAlpha += density / sinceAlpha;
                inversesOfBeta += density / sinceBeta;
            }
        }
    }

    /** ln of the likelihood, relative to a silence of no length: 0 there, below it else. */
    double log() {
        return log;
    }

    /** The chance that the silent customer lives. */
    double alive() {
        return alive;
    }

    /** The chance that they died. */
    double died() {
        return died;
    }

    /** The derivative by p of the logarithm of Σ (α + ·)^−p …, with the other sign. */
    double logsOfAlpha() {
        return logsOfAlpha;
    }

    /** Likewise by s, without the factor s. */
    double logsOfBeta() {
        return logsOfBeta;
    }

    /** Likewise by α. */
    double inversesOfAlpha() {
        return inversesOfAlpha;
    }

    /** Likewise by β. */
    double inversesOfBeta() {
        return inversesOfBeta;
    }
}
