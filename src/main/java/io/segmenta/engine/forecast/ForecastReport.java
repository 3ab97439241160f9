package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.RevenueCoverage;
import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.forecast.model.BgNbdFit;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.PurchaseFit;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.origin.SeasonFactor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the history says of the customers' future, with the error of each forecast beside it.
 *
 * @param firstDay of the purchases
 * @param lastDay of the purchases; the horizon begins the day after
 * @param historyDays from the first to the last, both counted
 * @param customers with at least one priced purchase
 * @param gaps from one purchase to the next
 * @param model where the probabilities to be inactive come from; absent where no forecast could be tested
 * @param bgNbd at the last day
 * @param gammaGamma on repeat purchases, at the last day
 * @param gammaGammaAll on all purchases; the money forecasts use it
 * @param backtest absent where the history is too short
 * @param season what the forecasts of purchases and spend are multiplied by
 * @param outlook absent where no forecast could be tested
 * @param oneTimeBuyers customers with a single purchase
 * @param notes what a reader must know, as sentences
 * @param coverage how often the intervals of one horizon's revenue held what came; absent where no forecast could be tested, and in documents
 *     of versions that did not count it
 * @param yearCoverage the same for as much of 52 weeks as came after each origin
 * @param purchasing the purchase model at the last day that is used; null where that is {@code bgNbd}
 */
public record ForecastReport(
        int horizonDays,
        LocalDate firstDay,
        LocalDate lastDay,
        int historyDays,
        int customers,
        PurchaseGaps gaps,
        @Nullable ChurnModel model,
        BgNbdFit bgNbd,
        GammaGammaFit gammaGamma,
        GammaGammaFit gammaGammaAll,
        @Nullable Backtest backtest,
        SeasonFactor season,
        @Nullable Outlook outlook,
        int oneTimeBuyers,
        List<String> notes,
        @Nullable RevenueCoverage coverage,
        @Nullable RevenueCoverage yearCoverage,
        @Nullable Purchasing purchasing) {
    /**
     * A purchase model.
     *
     * @param k stages a purchase, 1 where there is no rhythm
     */
    public record Purchasing(Family family, int k, double logLikelihood, List<PurchaseFit.Parameter> parameters) {
        public Purchasing {
            parameters = List.copyOf(parameters);
        }

        static @Nullable Purchasing of(@Nullable PurchaseFit fit) {
            return fit == null ? null : new Purchasing(fit.family(), fit.k(), fit.logLikelihood(), fit.parameters());
        }
    }

    public ForecastReport {
        notes = List.copyOf(notes);
    }

    ForecastReport with(List<String> said) {
        return new ForecastReport(
                horizonDays,
                firstDay,
                lastDay,
                historyDays,
                customers,
                gaps,
                model,
                bgNbd,
                gammaGamma,
                gammaGammaAll,
                backtest,
                season,
                outlook,
                oneTimeBuyers,
                said,
                coverage,
                yearCoverage,
                purchasing);
    }
}
