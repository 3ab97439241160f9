package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.PurchaseFit;
import io.segmenta.engine.forecast.model.PurchaseModel;
import java.util.List;

/**
 * How well one purchase model forecast the days after its past.
 *
 * @param fit to the past alone
 * @param purchases of each customer in the days after
 * @param inactive who buys nothing in them
 * @param revenue the order of customers by purchases × the spend model
 */
public record ModelTest(PurchaseFit fit, CountError purchases, ProbabilityError inactive, RevenueOrder revenue) {
    private static final double WEEK = 7;

    /**
     * @param spend of the same customers
     * @param days after the origin of the population; some of its customers must have bought in them, and some not
     */
    public static ModelTest of(
            PurchaseFit.Family family,
            Population population,
            GammaGammaFit spend,
            int days,
            ForecastProgress progress) {
        List<PurchaseSummary> customers = population.summaries();
        PurchaseFit fit = PurchaseFit.of(family, customers, progress);
        PurchaseModel model = fit.model();
        int[] actual = population.purchasesWithin(days);
        double[] expected = new double[actual.length];
        double[] silent = new double[actual.length];
        boolean[] inactive = new boolean[actual.length];
        double[] revenue = new double[actual.length];
        for (int i = 0; i < actual.length; i++) {
            progress.tick(i);
            expected[i] = model.expectedPurchases(customers.get(i), days / WEEK);
            silent[i] = model.probabilityInactive(customers.get(i), days / WEEK);
            inactive[i] = actual[i] == 0;
            revenue[i] = expected[i] * spend.expectedSpend(customers.get(i));
        }
        return new ModelTest(
                fit,
                CountError.of(expected, actual),
                ProbabilityError.of(silent, inactive),
                RevenueOrder.of(
                        customers.stream().map(PurchaseSummary::customerId).toList(),
                        revenue,
                        population.spendWithin(days)));
    }
}
