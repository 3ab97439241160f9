package io.segmenta.value;

import io.segmenta.base.Progress;
import io.segmenta.base.Seed;
import io.segmenta.base.UserFacingException;
import io.segmenta.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts inactivity, purchases, spend and lifetime value of every customer, and tests the same forecasts on held-out time. The churn
 * model that wins the test is learned again where all but the last horizon was known, and applied at the last day.
 */
public final class ValueModel {
    /** Lies between the 80 % and the 95 % quantile of the gaps between purchases in many shops; see {@link PurchaseGaps}. */
    public static final int DEFAULT_HORIZON_DAYS = 91;

    private static final int SHORTEST_HORIZON_DAYS = 7;
    private static final int LONGEST_HORIZON_DAYS = 364;

    private ValueModel() {}

    /** @throws UserFacingException where the days are too few or too many for a forecast */
    public static void requireHorizon(int days) {
        if (days < SHORTEST_HORIZON_DAYS || days > LONGEST_HORIZON_DAYS) {
            throw new UserFacingException("The forecast horizon (" + days + " days) must be between "
                    + SHORTEST_HORIZON_DAYS + " and " + LONGEST_HORIZON_DAYS + " days.");
        }
    }

    /**
     * @param store with what the cleaning left in it
     * @throws UserFacingException when the horizon is out of range or nothing was sold at a price
     */
    public static ValueResult fit(TransactionStore store, int horizonDays, Seed seed, Progress progress) {
        progress.report(0, "Reading purchases");
        return fit(Purchases.read(store), horizonDays, seed, progress);
    }

    /** The same for purchases from elsewhere. */
    public static ValueResult fit(Purchases purchases, int horizonDays, Seed seed, Progress progress) {
        requireHorizon(horizonDays);
        progress.report(0.1, "Testing forecasts on held-out time");
        Optional<HeldOutTime> held = HeldOutTime.of(purchases, horizonDays);
        Backtest backtest = held.map(HeldOutTime::backtest).orElse(null);
        progress.report(0.6, "Fitting purchases and spend");
        Origin end = Origin.of(purchases, purchases.lastDay(), horizonDays);
        GammaGammaFit spend = end.spendFit(GammaGammaFit.Basis.ALL);
        SeasonFactor season = SeasonFactor.at(purchases.lastDay(), purchases, horizonDays);
        double[] inactive = null;
        LifetimeValue lifetimeValue = null;
        if (held.isPresent() && backtest != null && end.purchaseFit().used() != null) {
            inactive = held.get().applied(backtest.winner(), end);
            lifetimeValue = new LifetimeValue(
                    end.purchaseFit(), spend, Discounting.DEFAULT, seed.derive("customer lifetime value"));
        }
        progress.report(0.7, "Valuing customers");
        List<CustomerForecast> customers = customers(end, inactive, lifetimeValue, spend, season);
        ValueReport facts = new ValueReport(
                horizonDays,
                purchases.firstDay(),
                purchases.lastDay(),
                end.historyDays(),
                end.size(),
                PurchaseGaps.of(purchases),
                inactive == null || backtest == null ? null : backtest.winner(),
                end.purchaseFit(),
                end.spendFit(GammaGammaFit.Basis.REPEAT),
                spend,
                backtest,
                season,
                lifetimeValue == null ? null : outlook(customers, end, lifetimeValue),
                (int) customers.stream()
                        .filter(CustomerForecast::singlePurchase)
                        .count(),
                List.of());
        progress.report(1, "");
        return new ValueResult(facts.with(ValueNotes.of(facts)), customers, end.summaries(), lifetimeValue);
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
        double[] spend = end.expectedSpend(spendFit);
        @Nullable Interval[] intervals = lifetimeValue.intervals(summaries);
        for (int i = 0; i < riskScores.length; i++) {
            PurchaseSummary s = summaries.get(i);
            customers.add(new CustomerForecast(
                    s.customerId(),
                    riskScores[i],
                    s.repeats() == 0,
                    new CustomerForecast.Forecast(
                            inactive[i],
                            season.factor() * purchases[i],
                            season.factor() * spend[i],
                            lifetimeValue.of(s),
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
        for (int i = 0; i < usual.length; i++) {
            CustomerForecast.Forecast forecast = customers.get(i).forecast();
            if (forecast != null) {
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
                lifetimeValue.total(end.summaries()),
                highRisk,
                (double) highRisk / usual.length,
                atStake,
                Outlook.RETENTION_SHARE * atStake,
                overdue);
    }
}
