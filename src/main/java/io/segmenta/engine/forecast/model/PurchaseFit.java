package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.BgCnbd.Dropout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase model of any family, fitted to a dataset by maximum likelihood.
 *
 * @param k stages a purchase, 1 where the family knows no rhythm
 * @param logLikelihood where it is greatest
 * @param converged whether the search settled: flat there, and two starts came to the same
 * @param parameters of the model, in the order of its paper
 */
public record PurchaseFit(
        Family family,
        int k,
        PurchaseModel model,
        double logLikelihood,
        boolean converged,
        List<Parameter> parameters) {
    /** Purchases more regular than this hardly occur, and cost the likelihood as many terms. */
    static final int LARGEST_K = 12;

    /** A way to model repeat purchases. */
    public enum Family {
        /** nobody dies */
        NBD("NBD"),
        BG_NBD("BG/NBD"),
        MBG_NBD("MBG/NBD"),
        PARETO_NBD("Pareto/NBD"),
        /** k is chosen by likelihood */
        BG_CNBD_K("BG/CNBD-k"),
        /** likewise */
        MBG_CNBD_K("MBG/CNBD-k");

        private final String label;

        Family(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean choosesK() {
            return this == BG_CNBD_K || this == MBG_CNBD_K;
        }
    }

    /**
     * @param value more than 0
     * @param standardError by the delta method; absent where a parameter of the model rests at the edge of its range or the likelihood is
     *     not curved in every direction
     */
    public record Parameter(
            String name, double value, @Nullable Double standardError) {}

    public PurchaseFit {
        parameters = List.copyOf(parameters);
    }

    /** @throws IllegalArgumentException where nobody bought twice */
    public static PurchaseFit of(Family family, List<PurchaseSummary> customers, ForecastProgress progress) {
        double rate = PurchaseSearch.rate(customers);
        if (!(rate > 0)) {
            throw new IllegalArgumentException(
                    family.label() + " has nothing to learn from: nobody of " + customers.size() + " bought twice.");
        }
        return switch (family) {
            case NBD -> nbd(customers, rate, progress);
            case BG_NBD, MBG_NBD -> betaGeometric(family, 1, customers, rate, progress);
            case PARETO_NBD -> pareto(customers, rate, progress);
            case BG_CNBD_K, MBG_CNBD_K ->
                mostLikely(betaGeometric(family, 1, customers, rate, progress), customers, rate, progress);
        };
    }

    /** The same family with as many stages a purchase as are most likely, found from this fit of one stage. */
    public PurchaseFit withRhythm(List<PurchaseSummary> customers, ForecastProgress progress) {
        Family rhythmic = family == Family.BG_NBD ? Family.BG_CNBD_K : Family.MBG_CNBD_K;
        PurchaseFit ofOneStage = new PurchaseFit(rhythmic, k, model, logLikelihood, converged, parameters);
        return mostLikely(ofOneStage, customers, PurchaseSearch.rate(customers), progress);
    }

    private static PurchaseFit nbd(List<PurchaseSummary> customers, double rate, ForecastProgress progress) {
        MaximumLikelihood found = PurchaseSearch.find(
                new BgCnbdLikelihood(customers, Dropout.AFTER_REPEATS, 1)
                        .withoutDropout()
                        .reporting(progress),
                customers.size(),
                PurchaseSearch.startsWithoutDropout(rate));
        double[] p = found.parameters();
        return of(Family.NBD, 1, BgNbd.withoutDropout(p[0], p[1]), found, "r", "alpha");
    }

    private static PurchaseFit betaGeometric(
            Family family, int k, List<PurchaseSummary> customers, double rate, ForecastProgress progress) {
        Dropout dropout =
                family == Family.BG_NBD || family == Family.BG_CNBD_K ? Dropout.AFTER_REPEATS : Dropout.FROM_THE_FIRST;
        MaximumLikelihood found = PurchaseSearch.find(
                new BgCnbdLikelihood(customers, dropout, k).reporting(progress),
                customers.size(),
                PurchaseSearch.startsWithDropout(k * rate));
        double[] p = found.parameters();
        PurchaseModel model = family == Family.BG_NBD
                ? new BgNbd(p[0], p[1], p[2], p[3])
                : new BgCnbd(dropout, k, p[0], p[1], p[2], p[3]);
        return of(family, k, model, found, "r", "alpha", "a", "b");
    }

    /** As k grows, the likelihood climbs to one top and falls from there. */
    private static PurchaseFit mostLikely(
            PurchaseFit ofOneStage, List<PurchaseSummary> customers, double rate, ForecastProgress progress) {
        PurchaseFit best = ofOneStage;
        for (int k = 2; k <= LARGEST_K; k++) {
            PurchaseFit next = betaGeometric(best.family, k, customers, rate, progress);
            if (next.logLikelihood <= best.logLikelihood) {
                return best;
            }
            best = next;
        }
        return best;
    }

    private static PurchaseFit pareto(List<PurchaseSummary> customers, double rate, ForecastProgress progress) {
        MaximumLikelihood found = PurchaseSearch.find(
                new ParetoNbdLikelihood(customers).reporting(progress),
                customers.size(),
                PurchaseSearch.startsWithLifetimes(rate));
        double[] p = found.parameters();
        return of(Family.PARETO_NBD, 1, new ParetoNbd(p[0], p[1], p[2], p[3]), found, "r", "alpha", "s", "beta");
    }

    private static PurchaseFit of(Family family, int k, PurchaseModel model, MaximumLikelihood found, String... names) {
        double[] values = found.parameters();
        double[][] covariance = found.covariance();
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            parameters.add(new Parameter(
                    names[i], values[i], covariance == null ? null : values[i] * Math.sqrt(covariance[i][i])));
        }
        return new PurchaseFit(family, k, model, found.logLikelihood(), found.converged(), parameters);
    }
}
