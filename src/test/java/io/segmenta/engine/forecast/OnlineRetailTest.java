package io.segmenta.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.Candidates;
import io.segmenta.engine.forecast.backtest.ChurnError;
import io.segmenta.engine.forecast.backtest.OrderContest;
import io.segmenta.engine.forecast.backtest.PurchaseError;
import io.segmenta.engine.forecast.backtest.RevenueError;
import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.churn.SpendRegression;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.BgNbd;
import io.segmenta.engine.forecast.model.BgNbdFit;
import io.segmenta.engine.forecast.model.FitStatus;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.origin.Origin;
import io.segmenta.engine.forecast.origin.Origins;
import io.segmenta.engine.transactions.TransactionStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The golden case, 91 days of UCI Online Retail held out from 2011-09-09 on, against figures computed with numpy and scipy. */
class OnlineRetailTest {
    private static Purchases purchases;
    private static Purchases netted;
    private static PurchaseGaps asked;
    private static ForecastResult result;
    private static ForecastReport report;
    private static Backtest backtest;

    @BeforeAll
    static void fit(@TempDir Path folder) {
        try (TransactionStore store = Golden.onlineRetail(folder)) {
            purchases = Golden.cleaned(store, CleaningRules.Returns.EXCLUDE);
            result = Forecaster.fit(store, 91, new Seed(42), Candidates.ALL, Progress.SILENT);
            report = result.report();
            backtest = Objects.requireNonNull(report.backtest());
            asked = PurchaseGaps.of(store, "FROM purchase");
            netted = Golden.cleaned(store, CleaningRules.Returns.NET);
        }
    }

    @Test
    void everyCustomerIsSummedUpAsInTheReference() {
        List<PurchaseSummary> summaries = purchases.asOf(purchases.lastDay()).summaries();
        Golden.assertEqual(summaries, "online_retail_summary.csv", 4338);
        JsonNode golden = Golden.json("params.json").path("cleaning").path("online_retail");
        assertThat(summaries.stream().mapToInt(PurchaseSummary::purchases).sum())
                .isEqualTo(golden.path("customer_days").asInt());
        assertThat(summaries.stream()
                        .mapToDouble(s -> s.purchases() * s.meanSpend())
                        .sum())
                .isCloseTo(golden.path("revenue").asDouble(), within(1e-3));
    }

    @Test
    void thePopulationIsTheReferencePopulation() {
        assertThat(backtest.origin()).isEqualTo(LocalDate.of(2011, 9, 9));
        assertThat(backtest.trainingOrigin()).isEqualTo(LocalDate.of(2011, 6, 10));
        assertThat(backtest.customers()).isEqualTo(3370);
        assertThat(backtest.baseRate()).isCloseTo(0.430, within(5e-4));
        assertThat(backtest.purchases()).isEqualTo(4482);
        assertThat(backtest.revenue()).isCloseTo(2_843_839.25, within(0.005));
        assertThat(backtest.silent()).isEqualTo(1463);
        assertThat(backtest.reactivated()).isCloseTo(0.41, within(0.005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2011-06-10", "2011-09-09", "2011-12-09"})
    void modelsOfThePastAloneEqualTheReference(String day) {
        Population population = purchases.asOf(LocalDate.parse(day));
        JsonNode golden = Golden.json("params.json").path("online_retail_to_" + day);
        BgNbdFit fit = BgNbdFit.of(population.summaries());
        assertThat(fit.status()).isEqualTo(FitStatus.DROPOUT_NOT_IDENTIFIED);
        assertThat(fit.logLikelihood())
                .isCloseTo(golden.path("bgnbd").path("LL").asDouble(), within(0.01));
        BgNbd used = Objects.requireNonNull(fit.used());
        JsonNode nbd = golden.path("nbd_no_dropout");
        assertThat(used.r()).isCloseTo(nbd.path("r").asDouble(), Percentage.withPercentage(0.01));
        assertThat(used.alpha()).isCloseTo(nbd.path("alpha").asDouble(), Percentage.withPercentage(0.01));
        for (GammaGammaFit.Basis basis : GammaGammaFit.Basis.values()) {
            GammaGammaFit spend = GammaGammaFit.of(population.summaries(), basis, population.medianSpend());
            String name = basis == GammaGammaFit.Basis.ALL ? "gamma_gamma_all_purchases" : "gamma_gamma";
            assertThat(spend.logLikelihood())
                    .isCloseTo(golden.path(name).path("LL").asDouble(), within(1e-3));
        }
    }

    @Test
    void churnErrorsEqualTheReference() {
        assertChurn(ChurnModel.CONSTANT, 0.5, 0.2533, 0.6997, 1e-4);
        assertChurn(ChurnModel.SIMPLE_SCORE, 0.6971, 0.3070, 0.8712, 1e-4);
        assertChurn(ChurnModel.RECENCY_LOGISTIC, 0.6833, 0.2407, 0.6741, 2e-4);
        assertChurn(ChurnModel.LOG_RFM_LOGISTIC, 0.7337, 0.2089, 0.6010, 3e-3);
        assertChurn(ChurnModel.BG_NBD_P0, 0.7330, 0.2171, 0.6211, 1e-4);
    }

    private static void assertChurn(ChurnModel model, double auc, double brier, double logLoss, double tolerance) {
        ChurnError error = churn(model);
        assertThat(error.auc()).as("AUC").isCloseTo(auc, within(tolerance));
        assertThat(error.brier()).as("Brier").isCloseTo(brier, within(tolerance));
        assertThat(error.logLoss()).as("log loss").isCloseTo(logLoss, within(tolerance));
        assertThat(error.auc()).isBetween(error.aucLow(), error.aucHigh());
    }

    private static ChurnError churn(ChurnModel model) {
        return backtest.churn().stream()
                .filter(e -> e.name() == model)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theShippedModelBeatsTheSimpleScoreClearly() {
        ChurnError shipped = backtest.winnersError();
        assertThat(report.model()).isEqualTo(ChurnModel.FEATURE_LOGISTIC);
        assertThat(backtest.selectionOrigin()).isEqualTo(LocalDate.of(2011, 3, 11));
        assertThat(shipped.auc()).isGreaterThanOrEqualTo(0.748);
        assertThat(shipped.brier()).isLessThanOrEqualTo(0.2100);
        assertThat(shipped.aucLow())
                .isGreaterThan(churn(ChurnModel.SIMPLE_SCORE).aucHigh());
    }

    @Test
    void calibrationBinsHoldEverybodyOnce() {
        for (ChurnError error : backtest.churn()) {
            double observed = error.calibration().stream()
                    .mapToDouble(bin -> bin.customers() * bin.observed())
                    .sum();
            assertThat(error.calibration()).hasSize(10);
            assertThat(observed / backtest.customers()).isCloseTo(backtest.baseRate(), within(1e-12));
        }
    }

    @Test
    void purchaseErrorsEqualTheReference() {
        PurchaseError proRata = backtest.purchaseErrors().get(0);
        assertThat(proRata.name()).isEqualTo(PurchaseError.Model.PRO_RATA);
        assertThat(proRata.meanAbsoluteError()).isCloseTo(0.912, within(5e-4));
        assertThat(proRata.poissonDeviance()).isCloseTo(1.461, within(5e-4));
        assertThat(proRata.predictedToActual()).isCloseTo(0.775, within(5e-4));
        PurchaseError bgNbd = backtest.purchaseErrors().get(1);
        assertThat(bgNbd.name()).isEqualTo(PurchaseError.Model.BG_NBD);
        assertThat(bgNbd.meanAbsoluteError()).isCloseTo(0.940, within(5e-4));
        assertThat(bgNbd.poissonDeviance()).isCloseTo(1.451, within(5e-4));
        assertThat(bgNbd.predictedToActual()).isCloseTo(0.755, within(5e-4));
    }

    @Test
    void revenueErrorsEqualTheReference() {
        assertRevenue(RevenueError.Model.PAST_SPEND, 0.615, 0.523, 0.524);
        assertRevenue(RevenueError.Model.BG_NBD_GAMMA_GAMMA, 0.562, 0.512, 0.526);
        assertRevenue(RevenueError.Model.BG_NBD_GAMMA_GAMMA_ALL, 0.572, 0.522, 0.522);
        assertRevenue(RevenueError.Model.ORACLE, 1, 1, 0.689);
    }

    @Test
    void theListIsSortedByWhatRankedBestOnEarlierDays() {
        OrderContest order = Objects.requireNonNull(backtest.order());
        assertThat(order.origins()).containsExactly(LocalDate.of(2011, 6, 10));
        assertThat(backtest.bestRanking()).isEqualTo(RevenueError.Model.SPEND_REGRESSION);
        double found = order.spearman(RevenueError.Model.SPEND_REGRESSION)
                .orElseThrow()
                .mean();
        double past =
                order.spearman(RevenueError.Model.PAST_SPEND).orElseThrow().mean();
        assertThat(found).isGreaterThan(past + 0.01);
        Origins origins = new Origins(purchases, new Horizon(91), ForecastProgress.silent());
        Origin end = origins.at(purchases.lastDay());
        double[] ranks = SpendRegression.forecast(origins.at(backtest.origin()), end, 91);
        Map<String, Double> byId = new HashMap<>();
        for (int i = 0; i < ranks.length; i++) {
            byId.put(end.summaries().get(i).customerId(), ranks[i]);
        }
        assertThat(result.mostValuable(Integer.MAX_VALUE))
                .hasSize(4338)
                .extracting(customer -> Objects.requireNonNull(byId.get(customer.customerId())))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    private static void assertRevenue(RevenueError.Model model, double ratio, double spearman, double capture) {
        RevenueError error = backtest.revenueErrors().stream()
                .filter(e -> e.name() == model)
                .findFirst()
                .orElseThrow();
        assertThat(error.predictedToActual()).isCloseTo(ratio, within(6e-4));
        assertThat(error.spearman()).isCloseTo(spearman, within(6e-4));
        assertThat(error.topDecileCapture()).isCloseTo(capture, within(6e-4));
    }

    @Test
    void aYearOfDataIsNotAdjustedForSeasonAndSaysSo() {
        assertThat(report.season().isAdjusted()).isFalse();
        assertThat(report.season().factor()).isEqualTo(1);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("Not adjusted for season"));
        assertThat(report.notes()).anyMatch(note -> note.contains("does not say who has left"));
    }

    @Test
    void gapsChooseTheDefaultHorizon() {
        assertThat(report.gaps()).isEqualTo(new PurchaseGaps(12425, 28, 70, 110, 155));
        assertThat(report.gaps().suggestedHorizonDays()).isEqualTo(91);
        assertThat(asked).isEqualTo(report.gaps());
    }

    @Test
    void everybodyGetsAForecast() {
        assertThat(result.customers()).hasSize(4338);
        assertThat(result.customers()).allSatisfy(customer -> {
            CustomerForecast.Forecast forecast = Objects.requireNonNull(customer.forecast());
            assertThat(forecast.inactive()).isBetween(0.0, 1.0);
            assertThat(forecast.purchases()).isPositive();
            assertThat(forecast.spend()).isPositive();
            Interval interval = Objects.requireNonNull(forecast.interval());
            assertThat(interval.low()).isNotNegative().isLessThanOrEqualTo(interval.high());
            assertThat(customer.riskScore()).isBetween(0.0, 100.0);
        });
    }

    @Test
    void theWholeIsTheSumOfItsParts() {
        Outlook outlook = Objects.requireNonNull(report.outlook());
        List<CustomerForecast> customers = result.customers();
        double sum = customers.stream()
                .mapToDouble(c -> Objects.requireNonNull(c.forecast()).lifetimeValue())
                .sum();
        assertThat(outlook.lifetimeValue().value()).isCloseTo(sum, within(1e-6 * sum));
        Set<String> half = customers.subList(0, 2000).stream()
                .map(CustomerForecast::customerId)
                .collect(Collectors.toSet());
        Set<String> rest = customers.subList(2000, customers.size()).stream()
                .map(CustomerForecast::customerId)
                .collect(Collectors.toSet());
        double parts = result.together(half).orElseThrow().lifetimeValue().value()
                + result.together(rest).orElseThrow().lifetimeValue().value();
        assertThat(parts).isCloseTo(sum, within(1e-6 * sum));
        double spent = result.together(half).orElseThrow().usual().value()
                + result.together(rest).orElseThrow().usual().value();
        Population now = purchases.asOf(purchases.lastDay());
        double year = IntStream.range(0, now.size())
                .mapToObj(now::past)
                .flatMap(List::stream)
                .filter(day -> day.day().isAfter(purchases.lastDay().minusDays(364)))
                .mapToDouble(PurchaseDay::spend)
                .sum();
        assertThat(spent).isCloseTo(year * 91 / 364, within(1e-6 * year));
    }

    @Test
    void returnsNettedTakeACancelledOrderAway() {
        // One order of 168,469.60, cancelled minutes later; 2.90 had been spent before.
        assertThat(customer(purchases).repeatSpend()).isCloseTo(168_469.60, within(0.005));
        assertThat(customer(netted).repeats()).isZero();
        assertThat(customer(netted).meanSpend()).isCloseTo(2.90, within(0.005));
    }

    private static PurchaseSummary customer(Purchases purchases) {
        return purchases.asOf(purchases.lastDay()).summaries().stream()
                .filter(s -> s.customerId().equals("16446"))
                .findFirst()
                .orElseThrow();
    }
}
