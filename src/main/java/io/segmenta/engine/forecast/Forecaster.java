package io.segmenta.engine.forecast;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.HeldOutTime;
import io.segmenta.engine.forecast.churn.RiskScore;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.BgNbd;
import io.segmenta.engine.forecast.model.Discounting;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.LifetimeValue;
import io.segmenta.engine.forecast.model.Origin;
import io.segmenta.engine.forecast.model.SeasonFactor;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts inactivity, purchases, spend and lifetime value of every customer, and tests the same forecasts on held-out time. The churn
 * model that wins the test is learned again where all but the last horizon was known, and applied at the last day.
 */
public final class Forecaster {
    /** Of more customers, models learn from and are tested on as many, drawn at random: their errors are known to the third digit. */
    private static final int MOST_STUDIED = 50_000;

    private Forecaster() {}

    /**
     * Reads the purchases that the cleaning left in the store, then forecasts.
     *
     * @param store with what the cleaning left in it
     * @param horizonDays 7 to 364
     * @param seed of the customers that are studied of very many, and of the intervals
     * @throws UserFacingException when the horizon is out of range or nothing was sold at a price
     * @throws CancelledException when {@code progress} says so; nothing is left behind
     */
    public static ForecastResult fit(TransactionStore store, int horizonDays, Seed seed, Progress progress) {
        Horizon.require(horizonDays);
        ForecastProgress steps = new ForecastProgress(progress);
        steps.at(0, "Reading purchases");
        return fit(Purchases.read(store, steps), horizonDays, seed, steps);
    }

    /**
     * The same for purchases from elsewhere.
     *
     * @throws UserFacingException when the horizon is out of range
     * @throws CancelledException when {@code progress} says so
     */
    public static ForecastResult fit(Purchases purchases, int horizonDays, Seed seed, Progress progress) {
        Horizon.require(horizonDays);
        return fit(purchases, horizonDays, seed, new ForecastProgress(progress));
    }

    private static ForecastResult fit(Purchases purchases, int horizonDays, Seed seed, ForecastProgress progress) {
        progress.at(0.1, "Testing forecasts on held-out time");
        Purchases studied = purchases.sample(MOST_STUDIED, seed.derive("customers the models learn from"));
        Optional<HeldOutTime> held = HeldOutTime.of(studied, horizonDays, progress);
        Backtest backtest = held.map(HeldOutTime::backtest).orElse(null);
        progress.at(0.6, "Fitting purchases and spend");
        Origin known = Origin.of(studied, purchases.lastDay(), horizonDays, progress);
        GammaGammaFit spend = known.spendFit(GammaGammaFit.Basis.ALL);
        SeasonFactor season = SeasonFactor.at(purchases.lastDay(), studied, horizonDays, progress);
        Origin end = studied == purchases ? known : known.of(purchases);
        progress.at(0.7, "Valuing customers");
        double[] inactive = null;
        LifetimeValue lifetimeValue = null;
        if (held.isPresent() && backtest != null && end.purchaseFit().used() != null) {
            inactive = held.get().applied(backtest.winner(), end);
            lifetimeValue = new LifetimeValue(
                    end.purchaseFit(), spend, Discounting.DEFAULT, end.size(), seed.derive("customer lifetime value"));
        }
        List<CustomerForecast> customers = customers(end, inactive, lifetimeValue, spend, season);
        ForecastReport facts = new ForecastReport(
                horizonDays,
                purchases.firstDay(),
                purchases.lastDay(),
                end.historyDays(),
                end.size(),
                PurchaseGaps.of(purchases),
                inactive == null || backtest == null ? null : backtest.winner(),
                end.purchaseFit(),
                known.spendFit(GammaGammaFit.Basis.REPEAT),
                spend,
                backtest,
                season,
                lifetimeValue == null ? null : outlook(customers, end, lifetimeValue),
                (int) customers.stream()
                        .filter(CustomerForecast::singlePurchase)
                        .count(),
                List.of());
        progress.at(1, "");
        return new ForecastResult(facts.with(ForecastNotes.of(facts)), customers, end.summaries(), lifetimeValue);
    }

    private static List<CustomerForecast> customers(
            Origin end,
            double @Nullable [] inactive,
            @Nullable LifetimeValue lifetimeValue,
            GammaGammaFit spendFit,
            SeasonFactor season) {
        double[] riskScores = RiskScore.of(end.recency(), end.orders(), end.spend());
        List<PurchaseSummary> summaries = end.summaries();
        BgNbd model = end.purchaseFit().used();
        List<CustomerForecast> customers = new ArrayList<>();
        if (inactive == null || lifetimeValue == null || model == null) {
            for (int i = 0; i < riskScores.length; i++) {
                PurchaseSummary s = summaries.get(i);
                customers.add(new CustomerForecast(s.customerId(), riskScores[i], s.repeats() == 0, null));
            }
            return customers;
        }
        double[] purchases = end.expectedPurchases();
        double[] values = lifetimeValue.values(summaries, end.progress());
        @Nullable Interval[] intervals = lifetimeValue.intervals(summaries, values, end.progress());
        for (int i = 0; i < riskScores.length; i++) {
            PurchaseSummary s = summaries.get(i);
            customers.add(new CustomerForecast(
                    s.customerId(),
                    riskScores[i],
                    s.repeats() == 0,
                    new CustomerForecast.Forecast(
                            inactive[i],
                            season.factor() * purchases[i],
                            season.factor() * purchases[i] * spendFit.expectedSpend(s),
                            values[i],
                            intervals[i],
                            model.probabilityOfSilence(s))));
        }
        return customers;
    }

    private static Outlook outlook(List<CustomerForecast> customers, Origin end, LifetimeValue lifetimeValue) {
        double[] usual = end.usualSpend();
        double purchases = 0;
        double spend = 0;
        double atStake = 0;
        int highRisk = 0;
        int overdue = 0;
        double[] values = new double[usual.length];
        for (int i = 0; i < usual.length; i++) {
            CustomerForecast.Forecast forecast = customers.get(i).forecast();
            if (forecast != null) {
                values[i] = forecast.lifetimeValue();
                purchases += forecast.purchases();
                spend += forecast.spend();
                boolean high = forecast.inactive() >= Outlook.HIGH_RISK;
                highRisk += high ? 1 : 0;
                atStake += high ? usual[i] : 0;
                overdue += customers.get(i).isOverdue() ? 1 : 0;
            }
        }
        return new Outlook(
                purchases,
                spend,
                lifetimeValue.total(end.summaries(), values),
                highRisk,
                (double) highRisk / usual.length,
                atStake,
                Outlook.RETENTION_SHARE * atStake,
                overdue);
    }
}
