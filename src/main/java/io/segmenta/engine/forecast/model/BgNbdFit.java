package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.BgCnbd.Dropout;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The BG/NBD model of a dataset, fitted by maximum likelihood.
 *
 * @param explanation why the status is what it is, in words
 * @param customers in the fit, one-time buyers included
 * @param estimate where the likelihood is greatest; absent where it was not sought or not found. Its {@code a} and {@code b} mean
 *     something only where the status is {@link FitStatus#FITTED}
 * @param logLikelihood there
 * @param withoutDropout the nested model in which nobody dies
 * @param likelihoodRatio 2 (logLikelihood - that of the nested model); below 5.99 dropout is not identified
 * @param uncertainty of the parameters of {@code used}
 * @param used what forecasts come from; absent where nobody bought twice
 */
public record BgNbdFit(
        FitStatus status,
        String explanation,
        int customers,
        @Nullable BgNbd estimate,
        @Nullable Double logLikelihood,
        @Nullable BgNbd withoutDropout,
        @Nullable Double withoutDropoutLogLikelihood,
        @Nullable Double likelihoodRatio,
        @Nullable Uncertainty uncertainty,
        @Nullable BgNbd used) {
    private static final int FEWEST_CUSTOMERS = 100;
    private static final int FEWEST_REPEATERS = 20;
    /** The 95 % point of χ² with two degrees of freedom, here conservative: a = 0 is at the edge. */
    private static final double DROPOUT_LIKELIHOOD_RATIO = 5.99;

    /** Fits where there is enough to fit, and says so where there is not. */
    public static BgNbdFit of(List<PurchaseSummary> customers) {
        return of(customers, ForecastProgress.silent());
    }

    /** The same, heard of by somebody who may cancel it. */
    public static BgNbdFit of(List<PurchaseSummary> customers, ForecastProgress progress) {
        long repeaters = customers.stream().filter(s -> s.repeats() > 0).count();
        if (repeaters == 0) {
            return unfitted(
                    FitStatus.NOT_IDENTIFIED,
                    "Not enough repeat purchases: nobody of " + customers.size() + " customers bought twice.",
                    customers);
        }
        if (customers.size() < FEWEST_CUSTOMERS || repeaters < FEWEST_REPEATERS) {
            return unfitted(
                    FitStatus.NOT_IDENTIFIED,
                    "Too few customers for a purchase model (" + customers.size() + ", of them " + repeaters
                            + " with a repeat purchase; " + FEWEST_CUSTOMERS + " and " + FEWEST_REPEATERS
                            + " are needed): the average purchase rate is used instead.",
                    customers);
        }
        return maximise(customers, progress);
    }

    /** Fits without asking whether there is enough; at least one customer must have repeated. */
    static BgNbdFit maximise(List<PurchaseSummary> customers, ForecastProgress progress) {
        double rate = PurchaseSearch.rate(customers);
        BgCnbdLikelihood likelihood = new BgCnbdLikelihood(customers, Dropout.AFTER_REPEATS, 1);
        MaximumLikelihood full = PurchaseSearch.find(
                likelihood.reporting(progress), customers.size(), PurchaseSearch.startsWithDropout(rate));
        MaximumLikelihood nested = PurchaseSearch.find(
                likelihood.withoutDropout().reporting(progress),
                customers.size(),
                PurchaseSearch.startsWithoutDropout(rate));
        double ratio = 2 * (full.logLikelihood() - nested.logLikelihood());
        boolean dropout = ratio >= DROPOUT_LIKELIHOOD_RATIO;
        MaximumLikelihood source = dropout ? full : nested;
        if (!source.converged()) {
            return unfitted(
                    FitStatus.NOT_CONVERGED,
                    "The search for the purchase model's parameters did not settle: the average purchase rate is used"
                            + " instead.",
                    customers);
        }
        FitStatus status = status(source, dropout);
        double[][] covariance = source.covariance();
        return new BgNbdFit(
                status,
                explanation(status, ratio),
                customers.size(),
                full.converged() ? model(full) : null,
                full.converged() ? full.logLikelihood() : null,
                model(nested),
                nested.logLikelihood(),
                ratio,
                covariance == null
                        ? null
                        : Uncertainty.of(
                                List.of("r", "alpha", "a", "b").subList(0, source.parameters().length),
                                source.parameters(),
                                covariance),
                model(source));
    }

    private static FitStatus status(MaximumLikelihood source, boolean dropout) {
        if (source.atBound()) {
            return FitStatus.AT_BOUND;
        }
        if (!dropout) {
            return FitStatus.DROPOUT_NOT_IDENTIFIED;
        }
        return source.covariance() == null ? FitStatus.NO_STANDARD_ERRORS : FitStatus.FITTED;
    }

    private static String explanation(FitStatus status, double ratio) {
        String evidence = String.format(Locale.ROOT, "%.2f", ratio);
        return switch (status) {
            case FITTED ->
                "Some customers leave for good: the data show it clearly (likelihood ratio " + evidence
                        + ", 5.99 is needed), and the purchase model reckons with it.";
            case DROPOUT_NOT_IDENTIFIED ->
                "The data hold no sign that customers leave for good (likelihood ratio "
                        + evidence
                        + ", 5.99 would be one): the purchase model forecasts as if everybody might still buy, and"
                        + " does not say who has left.";
            case AT_BOUND ->
                "The purchase model fits, but customers are too alike to tell two of its causes apart (a parameter"
                        + " rests at the edge of its range): its forecasts can be used, its parameters mean nothing.";
            case NO_STANDARD_ERRORS ->
                "The purchase model fits, but the data do not say how sure its parameters are: its forecasts can"
                        + " be used, and have no range.";
            default -> throw new IllegalArgumentException(status + " is not the status of a fit.");
        };
    }

    private static BgNbd model(MaximumLikelihood maximum) {
        double[] p = maximum.parameters();
        return p.length == 2 ? BgNbd.withoutDropout(p[0], p[1]) : new BgNbd(p[0], p[1], p[2], p[3]);
    }

    /** E = h (1 + x) / (ΣT / Σx + T) is what the model without dropout says at r = 1, alpha = ΣT / Σx. */
    private static BgNbdFit unfitted(FitStatus status, String explanation, List<PurchaseSummary> customers) {
        double rate = PurchaseSearch.rate(customers);
        return new BgNbdFit(
                status,
                explanation,
                customers.size(),
                null,
                null,
                null,
                null,
                null,
                null,
                rate > 0 ? BgNbd.withoutDropout(1, 1 / rate) : null);
    }
}
