package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.numeric.RankStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Gamma-Gamma model of a dataset, fitted by maximum likelihood.
 *
 * @param purchases what it was fitted on
 * @param explanation why the status is what it is, in words
 * @param customers in the fit
 * @param excluded customers with purchases of that kind but no spend; they get the population's mean
 * @param estimate where the likelihood is greatest; absent where it was not sought, not found, or not to be used
 * @param logLikelihood there
 * @param uncertainty of its parameters, where they have one
 * @param typicalSpend the median spend of a purchase, towards which means are shrunk where there is no estimate
 * @param pearson correlation of the number of purchases and their mean spend; the model assumes 0
 * @param spearman the same for ranks; above 0.3 in size it is a warning
 */
public record GammaGammaFit(
        Basis purchases,
        FitStatus status,
        String explanation,
        int customers,
        int excluded,
        @Nullable GammaGamma estimate,
        @Nullable Double logLikelihood,
        @Nullable Uncertainty uncertainty,
        double typicalSpend,
        double pearson,
        double spearman) {
    /** Which purchases of a customer the model sees. */
    public enum Basis {
        /** All but the first; one-time buyers get the population's mean. */
        REPEAT,
        /** All; one-time buyers get their own spend, shrunk. */
        ALL;

        int count(PurchaseSummary s) {
            return this == REPEAT ? s.repeats() : s.purchases();
        }

        double mean(PurchaseSummary s) {
            return this == REPEAT ? s.repeatSpend() : s.meanSpend();
        }
    }

    private static final int FEWEST_CUSTOMERS = 20;
    /** How many purchases the typical spend weighs where means are shrunk towards it. */
    private static final int SHRINKAGE = 3;

    private static final double[][] STARTS = {{1, 1}, {2, 3}, {6, 4}, {1, 10}};
    private static final double[] LOWER = {1e-6, 1e-6, 1e-6};
    private static final double[] UPPER = {1e4, 1e4, 1e8};

    /** @param typicalSpend the median spend of a purchase */
    public static GammaGammaFit of(List<PurchaseSummary> customers, Basis basis, double typicalSpend) {
        return of(customers, basis, typicalSpend, ForecastProgress.silent());
    }

    /** The same, heard of by somebody who may cancel it. */
    public static GammaGammaFit of(
            List<PurchaseSummary> customers, Basis basis, double typicalSpend, ForecastProgress progress) {
        List<PurchaseSummary> used = customers.stream()
                .filter(s -> basis.count(s) > 0 && basis.mean(s) > 0)
                .toList();
        int eligible = (int) customers.stream().filter(s -> basis.count(s) > 0).count();
        int[] counts = used.stream().mapToInt(basis::count).toArray();
        double[] means = used.stream().mapToDouble(basis::mean).toArray();
        double[] purchases = Arrays.stream(counts).asDoubleStream().toArray();
        Fitting fitting = new Fitting(
                basis,
                used.size(),
                eligible - used.size(),
                typicalSpend,
                RankStatistics.pearson(purchases, means),
                RankStatistics.spearman(purchases, means));
        if (used.size() < FEWEST_CUSTOMERS) {
            return fitting.without(
                    FitStatus.NOT_IDENTIFIED,
                    "Too few customers for a spend model (" + used.size() + "; " + FEWEST_CUSTOMERS
                            + " are needed): their own mean, drawn to the typical spend, is used instead.");
        }
        double spread = Arrays.stream(means).max().orElse(0)
                - Arrays.stream(means).min().orElse(0);
        if (spread <= 1e-9 * means[0]) {
            return fitting.without(FitStatus.AT_BOUND, "Everybody spends the same: that is the forecast.");
        }
        return fitting.fit(counts, means, progress);
    }

    /** Expected spend of a future purchase of this customer, more than 0 where anybody ever spent anything. */
    public double expectedSpend(PurchaseSummary s) {
        GammaGamma model = estimate;
        int n = purchases.count(s);
        if (model == null) {
            return (s.purchases() * s.meanSpend() + SHRINKAGE * typicalSpend) / (s.purchases() + SHRINKAGE);
        }
        return n == 0 || !(purchases.mean(s) > 0) ? model.populationMean() : model.expectedSpend(n, purchases.mean(s));
    }

    /** What is known before the search. */
    private record Fitting(
            Basis basis, int customers, int excluded, double typicalSpend, double pearson, double spearman) {
        GammaGammaFit fit(int[] counts, double[] means, ForecastProgress progress) {
            double average = Arrays.stream(means).average().orElseThrow();
            List<double[]> starts = new ArrayList<>();
            for (double[] start : STARTS) {
                double v = average * Math.max(start[1] - 1, 0.5) / start[0];
                starts.add(new double[] {start[0], start[1], v});
            }
            MaximumLikelihood maximum = MaximumLikelihood.find(
                    new GammaGammaLikelihood(counts, means).reporting(progress), customers, starts, LOWER, UPPER);
            if (!maximum.converged()) {
                return without(
                        FitStatus.NOT_CONVERGED,
                        "The search for the spend model's parameters did not settle: each customer's own mean, drawn to"
                                + " the typical spend, is used instead.");
            }
            double[] parameters = maximum.parameters();
            GammaGamma model = new GammaGamma(parameters[0], parameters[1], parameters[2]);
            if (model.q() <= 1) {
                return without(
                        FitStatus.HEAVY_TAIL,
                        "A few customers spend so much that the average of the population has no meaning: each"
                                + " customer's own mean, drawn to the typical spend, is used instead.");
            }
            double[][] covariance = maximum.covariance();
            FitStatus status = maximum.atBound()
                    ? FitStatus.AT_BOUND
                    : covariance == null ? FitStatus.NO_STANDARD_ERRORS : FitStatus.FITTED;
            return new GammaGammaFit(
                    basis,
                    status,
                    status == FitStatus.FITTED
                            ? "A clear maximum."
                            : "Forecasts are stable, the parameters have no standard errors.",
                    customers,
                    excluded,
                    model,
                    maximum.logLikelihood(),
                    covariance == null ? null : Uncertainty.of(List.of("p", "q", "v"), parameters, covariance),
                    typicalSpend,
                    pearson,
                    spearman);
        }

        GammaGammaFit without(FitStatus status, String explanation) {
            return new GammaGammaFit(
                    basis, status, explanation, customers, excluded, null, null, null, typicalSpend, pearson, spearman);
        }
    }
}
