package io.segmenta.engine.forecast;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.forecast.ForecastSums.Expected;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.Candidates;
import io.segmenta.engine.forecast.backtest.HeldOutTime;
import io.segmenta.engine.forecast.backtest.RevenueTests;
import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.churn.RiskScore;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.Discounting;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.LifetimeValue;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.model.PurchaseModel;
import io.segmenta.engine.forecast.origin.Origin;
import io.segmenta.engine.forecast.origin.Origins;
import io.segmenta.engine.forecast.origin.SeasonFactor;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts inactivity, purchases, spend and lifetime value of every customer, and tests the same forecasts on held-out time. The models of
 * purchases and of churn that did best at earlier origins are learned again at the end, the latter where all but the last horizon was known.
 */
public final class Forecaster {
    /** Of more customers, models learn from and are tested on as many, drawn at random: an area under the curve is known to 0.0065 then. */
    private static final int MOST_STUDIED = 30_000;

    private Forecaster() {}

    /**
     * Reads the purchases that the cleaning left in the store, then forecasts.
     *
     * @param store with what the cleaning left in it
     * @param horizonDays 7 to 364
     * @param seed of the customers that are studied of very many
     * @param candidates among which models the best is sought
     * @throws UserFacingException when the horizon is out of range or nothing was sold at a price
     * @throws CancelledException when {@code progress} says so; nothing is left behind
     */
    public static ForecastResult fit(
            TransactionStore store, int horizonDays, Seed seed, Candidates candidates, Progress progress) {
        Horizon.require(horizonDays);
        ForecastProgress steps = new ForecastProgress(progress);
        steps.at(0, "Reading purchases");
        return fit(Purchases.read(store, steps), horizonDays, seed, candidates, steps);
    }

    /**
     * The same for purchases from elsewhere, among all models.
     *
     * @throws UserFacingException when the horizon is out of range
     * @throws CancelledException when {@code progress} says so
     */
    public static ForecastResult fit(Purchases purchases, int horizonDays, Seed seed, Progress progress) {
        Horizon.require(horizonDays);
        return fit(purchases, horizonDays, seed, Candidates.ALL, new ForecastProgress(progress));
    }

    private static ForecastResult fit(
            Purchases purchases, int horizonDays, Seed seed, Candidates candidates, ForecastProgress progress) {
        progress.at(0.1, "Testing forecasts on held-out time");
        Purchases studied = purchases.sample(MOST_STUDIED, seed.derive("customers the models learn from"));
        Origins origins = new Origins(studied, new Horizon(horizonDays), progress);
        HeldOutTime held = HeldOutTime.of(origins, candidates).orElse(null);
        Backtest backtest = held == null ? null : held.backtest();
        RevenueTests tests = held == null ? null : held.revenue();
        progress.at(0.6, "Fitting purchases and spend");
        Origin known = origins.at(purchases.lastDay());
        GammaGammaFit spend = known.spendFit(GammaGammaFit.Basis.ALL);
        Family family = held == null ? Family.BG_NBD : held.purchases();
        SeasonFactor season = SeasonFactor.at(purchases.lastDay(), origins, family);
        Origin end = studied == purchases ? known : known.of(purchases);
        progress.at(0.7, "Valuing customers");
        PurchaseModel model = end.model(family);
        List<CustomerForecast> customers = withoutForecast(end);
        ForecastSums sums = null;
        Outlook outlook = null;
        ChurnModel winner = null;
        double[] ranks = new double[0];
        if (held != null && backtest != null && tests != null && model != null) {
            winner = backtest.winner();
            double[] inactive = held.applied(winner, end);
            double[] count = Arrays.stream(end.expectedPurchases(family, horizonDays))
                    .map(expected -> season.factor() * expected)
                    .toArray();
            double[] yearCount =
                    new LifetimeValue(model, Discounting.DEFAULT).purchases(end.summaries(), end.progress());
            Expected horizon = new Expected(count, end.spendOf(count, spend));
            Expected year = new Expected(yearCount, end.spendOf(yearCount, spend));
            sums = new ForecastSums(horizon, year, end.usualSpend(), tests.horizonSpread(), tests.yearSpread());
            Interval[] intervals = tests.personSpread().intervals(year.spend());
            List<CustomerForecast> forecast = new ArrayList<>();
            for (int i = 0; i < count.length; i++) {
                forecast.add(customers
                        .get(i)
                        .with(new CustomerForecast.Forecast(
                                inactive[i], count[i], horizon.spend()[i], year.spend()[i], intervals[i])));
            }
            customers = forecast;
            ranks = held.ranked(backtest, end, year.spend());
            outlook = new Outlook(
                    Arrays.stream(count).sum(),
                    sums.spend().value(),
                    sums.lifetimeValue(),
                    sums.spend().interval());
        }
        ForecastReport facts = new ForecastReport(
                horizonDays,
                purchases.firstDay(),
                purchases.lastDay(),
                end.historyDays(),
                end.size(),
                PurchaseGaps.of(purchases),
                winner,
                end.purchaseFit(),
                known.spendFit(GammaGammaFit.Basis.REPEAT),
                spend,
                backtest,
                season,
                outlook,
                (int) customers.stream()
                        .filter(CustomerForecast::singlePurchase)
                        .count(),
                List.of(),
                tests == null ? null : tests.coverage(),
                tests == null ? null : tests.yearCoverage(),
                ForecastReport.Purchasing.of(end.fit(family)));
        progress.at(1, "");
        return new ForecastResult(facts.with(ForecastNotes.of(facts)), customers, sums, ranks);
    }

    private static List<CustomerForecast> withoutForecast(Origin end) {
        double[] riskScores = RiskScore.of(end.recency(), end.orders(), end.spend());
        List<CustomerForecast> customers = new ArrayList<>();
        for (int i = 0; i < riskScores.length; i++) {
            PurchaseSummary s = end.summaries().get(i);
            customers.add(new CustomerForecast(s.customerId(), riskScores[i], s.repeats() == 0, null));
        }
        return customers;
    }
}
