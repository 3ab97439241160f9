package io.segmenta.engine.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.Golden;
import io.segmenta.engine.forecast.Histories;
import io.segmenta.engine.forecast.SimulatedShop;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.BgCnbd.Dropout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BgNbdFitTest {
    @Test
    void cdnowGivesThePublishedModel() {
        BgNbdFit fit = BgNbdFit.of(Golden.cdnow().asOf(Golden.CDNOW_END).summaries());
        JsonNode golden = Golden.json("params.json").path("cdnow_sample");
        BgNbd expected = PredictionsTest.model(golden.path("bgnbd").path("params"));
        BgNbd actual = Objects.requireNonNull(fit.estimate());
        assertThat(fit.status()).isEqualTo(FitStatus.FITTED);
        assertThat(fit.used()).isEqualTo(actual);
        assertThat(fit.logLikelihood())
                .isCloseTo(golden.path("bgnbd").path("LL").asDouble(), within(1e-6));
        close(actual, expected, 0.001);
        assertThat(fit.likelihoodRatio()).isCloseTo(golden.path("LR_dropout").asDouble(), within(1e-3));
        Uncertainty uncertainty = Objects.requireNonNull(fit.uncertainty());
        for (Uncertainty.Estimate estimate : uncertainty.estimates()) {
            double se = golden.path("bgnbd").path("se").path(estimate.name()).asDouble();
            assertThat(estimate.standardError()).isCloseTo(se, Percentage.withPercentage(0.1));
            assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
        }
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double covariance = golden.path("bgnbd")
                        .path("cov_log_params")
                        .path(i)
                        .path(j)
                        .asDouble();
                assertThat(uncertainty.covarianceOfLogs()[i][j]).isCloseTo(covariance, within(1e-4));
            }
        }
    }

    @Test
    void cdnowForecastsItsNextThirtyNineWeeks() {
        Population population = Golden.cdnow().asOf(Golden.CDNOW_END);
        BgNbd model = Objects.requireNonNull(BgNbdFit.of(population.summaries()).used());
        JsonNode golden = Golden.json("params.json").path("cdnow_sample").path("aggregate_check");
        double purchases = 0;
        double inactive = 0;
        double alive = 0;
        for (PurchaseSummary s : population.summaries()) {
            purchases += model.expectedPurchases(s, 39);
            inactive += model.probabilityInactive(s, 39);
            alive += model.probabilityAlive(s);
        }
        assertThat(purchases)
                .isCloseTo(golden.path("sum_expected_purchases_next_39w").asDouble(), within(0.01));
        assertThat(inactive).isCloseTo(golden.path("sum_p0_39w").asDouble(), within(0.01));
        assertThat(alive).isCloseTo(golden.path("sum_p_alive").asDouble(), within(0.01));
        GammaGammaFit spend =
                GammaGammaFit.of(population.summaries(), GammaGammaFit.Basis.REPEAT, population.medianSpend());
        double value = population.summaries().stream()
                .mapToDouble(s -> DiscountRule.exact(Discounting.DEFAULT).purchases(model, s) * spend.expectedSpend(s))
                .sum();
        assertThat(value).isCloseTo(golden.path("sum_clv_52w_10pct").asDouble(), within(1.0));
    }

    @Test
    void onlineRetailHoldsNoEvidenceOfDropout() {
        List<PurchaseSummary> customers = Golden.csv("online_retail_summary.csv").stream()
                .map(Golden::summary)
                .toList();
        BgNbdFit fit = BgNbdFit.of(customers);
        assertThat(fit.status()).isEqualTo(FitStatus.DROPOUT_NOT_IDENTIFIED);
        assertThat(fit.logLikelihood()).isCloseTo(-37645.5376, within(0.01));
        assertThat(fit.withoutDropoutLogLikelihood()).isCloseTo(-37645.6573, within(0.01));
        assertThat(fit.likelihoodRatio()).isCloseTo(0.24, within(0.02));
        BgNbd estimate = Objects.requireNonNull(fit.estimate());
        assertThat(estimate.r()).isCloseTo(0.826542, Percentage.withPercentage(0.2));
        assertThat(estimate.alpha()).isCloseTo(9.843589, Percentage.withPercentage(0.2));
        BgNbd used = Objects.requireNonNull(fit.used());
        assertThat(used.a()).isZero();
        assertThat(used.r()).isCloseTo(0.827559, Percentage.withPercentage(0.01));
        assertThat(used.alpha()).isCloseTo(9.870365, Percentage.withPercentage(0.01));
        assertThat(Objects.requireNonNull(fit.uncertainty()).estimates())
                .extracting(Uncertainty.Estimate::name)
                .containsExactly("r", "alpha");
    }

    @Test
    void theReferenceForecastsOfOnlineRetailHoldAtTheFit() {
        List<PurchaseSummary> customers = Golden.csv("online_retail_summary.csv").stream()
                .map(Golden::summary)
                .toList();
        BgNbd estimate = Objects.requireNonNull(BgNbdFit.of(customers).estimate());
        Golden.csv("predictions.csv").stream()
                .filter(row -> "online_retail".equals(row.get("dataset")))
                .forEach(row -> {
                    PurchaseSummary s = Golden.summary(row);
                    assertThat(estimate.probabilityInactive(s, 39))
                            .isCloseTo(Golden.number(row, "p0_churn"), within(1e-4));
                    assertThat(estimate.expectedPurchases(s, 39))
                            .isCloseTo(Golden.number(row, "expected_purchases"), Percentage.withPercentage(0.1));
                });
    }

    @Test
    void newCustomersAreExpectedAsPublished() {
        JsonNode published = Golden.json("params.json").path("unconditional_expectation_published_params");
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        published
                .path("values")
                .properties()
                .forEach(entry -> assertThat(model.expectedPurchases(Double.parseDouble(entry.getKey())))
                        .isCloseTo(entry.getValue().asDouble(), within(1e-12)));
        JsonNode counts = Golden.json("params.json").path("pmf_published_params");
        assertThat(PurchaseCounts.probability(0, model, 39))
                .isCloseTo(counts.path("t39_n0").asDouble(), within(1e-12));
        assertThat(PurchaseCounts.probability(10, model, 2))
                .isCloseTo(counts.path("t2_n10").asDouble(), within(1e-15));
        for (int i = 0; i < 10; i++) {
            assertThat(PurchaseCounts.probability(11 + i, model, 30))
                    .isCloseTo(counts.path("t30_n11_20").path(i).asDouble(), within(1e-12));
        }
    }

    @Test
    void theGradientIsTheReferenceGradientAndTheDerivative() {
        BgCnbdLikelihood likelihood =
                new BgCnbdLikelihood(Golden.cdnow().asOf(Golden.CDNOW_END).summaries(), Dropout.AFTER_REPEATS, 1);
        for (JsonNode golden : List.of(
                Golden.json("params.json").path("gradient_checks_cdnow_sample").path("all_ones"),
                Golden.json("params.json").path("gradient_checks_cdnow_sample").path("published"))) {
            double[] logs = new double[4];
            for (int i = 0; i < 4; i++) {
                logs[i] = Math.log(golden.path("theta").path(i).asDouble());
            }
            double[] gradient = new double[4];
            assertThat(likelihood.evaluate(logs, gradient))
                    .isCloseTo(golden.path("LL").asDouble(), within(1e-6));
            for (int i = 0; i < 4; i++) {
                assertThat(gradient[i])
                        .isCloseTo(golden.path("dLL_dlog_theta").path(i).asDouble(), within(1e-6));
            }
        }
    }

    @Test
    void theLikelihoodOfAllIsTheSumOfEach() {
        List<PurchaseSummary> customers = simulated(200, new BgNbd(0.8, 6, 0.6, 2.5), 52);
        BgNbd model = new BgNbd(0.7, 5, 0.5, 2);
        double[] logs = {Math.log(0.7), Math.log(5), Math.log(0.5), Math.log(2)};
        double sum = customers.stream()
                .mapToDouble(s -> PredictionsTest.logLikelihood(model, s))
                .sum();
        assertThat(new BgCnbdLikelihood(customers, Dropout.AFTER_REPEATS, 1).evaluate(logs, new double[4]))
                .isCloseTo(sum, within(1e-9));
    }

    @Test
    void timesInAnotherUnitScaleAlphaAlone() {
        List<PurchaseSummary> weeks = simulated(800, new BgNbd(0.8, 6, 0.6, 2.5), 52);
        List<PurchaseSummary> days = weeks.stream()
                .map(s -> Histories.even(s.customerId(), s.repeats(), 7 * s.lastWeeks(), 7 * s.ageWeeks(), 0, 1))
                .toList();
        BgNbdFit inWeeks = BgNbdFit.of(weeks);
        BgNbdFit inDays = BgNbdFit.of(days);
        BgNbd a = Objects.requireNonNull(inWeeks.estimate());
        BgNbd b = Objects.requireNonNull(inDays.estimate());
        close(b, new BgNbd(a.r(), 7 * a.alpha(), a.a(), a.b()), 1e-4);
        double repeats = weeks.stream().mapToInt(PurchaseSummary::repeats).sum();
        assertThat(inDays.logLikelihood())
                .isCloseTo(Objects.requireNonNull(inWeeks.logLikelihood()) - repeats * Math.log(7), within(1e-4));
    }

    @Test
    void theOrderOfCustomersAndCopiesOfThemDoNotMatter() {
        List<PurchaseSummary> customers = new ArrayList<>(simulated(400, new BgNbd(0.8, 6, 0.6, 2.5), 52));
        BgNbd once = Objects.requireNonNull(BgNbdFit.of(customers).used());
        List<PurchaseSummary> twice = new ArrayList<>(customers);
        twice.addAll(customers);
        Collections.shuffle(twice, new Seed(3).random());
        close(Objects.requireNonNull(BgNbdFit.of(twice).used()), once, 1e-4);
    }

    @Test
    void aKnownModelIsRecovered() {
        BgNbd truth = new BgNbd(1.2, 8, 0.7, 2);
        Uncertainty uncertainty =
                Objects.requireNonNull(BgNbdFit.of(simulated(4000, truth, 78)).uncertainty());
        double[] values = {truth.r(), truth.alpha(), truth.a(), truth.b()};
        for (int i = 0; i < 4; i++) {
            Uncertainty.Estimate estimate = uncertainty.estimates().get(i);
            assertThat(Math.abs(Math.log(estimate.value() / values[i])))
                    .isLessThan(4 * Math.sqrt(uncertainty.covarianceOfLogs()[i][i]));
        }
    }

    @Test
    void nobodyBoughtTwice() {
        BgNbdFit fit = BgNbdFit.of(List.of(
                Histories.even("a", 0, 0, 10, 0, 1),
                Histories.even("b", 0, 0, 20, 0, 1),
                Histories.even("c", 0, 0, 30, 0, 1)));
        assertThat(fit.status()).isEqualTo(FitStatus.NOT_IDENTIFIED);
        assertThat(fit.used()).isNull();
        assertThat(fit.explanation()).contains("Not enough repeat purchases");
    }

    @Test
    void tooFewCustomersGetTheAverageRate() {
        List<PurchaseSummary> few = simulated(99, new BgNbd(0.8, 6, 0.6, 2.5), 52);
        BgNbdFit fit = BgNbdFit.of(few);
        assertThat(fit.status()).isEqualTo(FitStatus.NOT_IDENTIFIED);
        assertThat(fit.estimate()).isNull();
        double x = few.stream().mapToInt(PurchaseSummary::repeats).sum();
        double t = few.stream().mapToDouble(PurchaseSummary::ageWeeks).sum();
        PurchaseSummary s = Histories.even("s", 3, 20, 26, 1, 1);
        assertThat(Objects.requireNonNull(fit.used()).expectedPurchases(s, 13))
                .isCloseTo(13 * 4 / (t / x + 26), within(1e-12));
    }

    @Test
    void customersWithoutTimeCountForNothing() {
        JsonNode golden = Golden.json("degenerate.json").path("T_zero");
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        PurchaseSummary today = Histories.even("today", 0, 0, 0, 0, 1);
        assertThat(PredictionsTest.logLikelihood(model, today)).isCloseTo(0, within(1e-15));
        assertThat(model.probabilityAlive(today)).isEqualTo(1);
        assertThat(model.expectedPurchases(today, 39))
                .isCloseTo(golden.path("expected_39w").asDouble(), within(1e-12));
        assertThat(model.probabilityInactive(today, 39))
                .isCloseTo(golden.path("p0_39w").asDouble(), within(1e-12));
    }

    @Test
    void thousandsOfPurchases() {
        JsonNode golden = Golden.json("degenerate.json").path("huge_x");
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        PurchaseSummary s = Histories.even("s", 5000, 99, 100, 1, 1);
        assertThat(PredictionsTest.logLikelihood(model, s))
                .isCloseTo(golden.path("loglik").asDouble(), within(1e-6));
        double alive = golden.path("p_alive").asDouble();
        assertThat(model.probabilityAlive(s)).isCloseTo(alive, within(1e-8 * alive));
        double expected = golden.path("expected_13w").asDouble();
        assertThat(model.expectedPurchases(s, 13)).isCloseTo(expected, within(1e-8 * expected));
    }

    @Test
    void removableSingularitiesAreBridged() {
        JsonNode golden = Golden.json("degenerate.json");
        for (JsonNode point : List.of(golden.path("a_equals_1"), golden.path("c_equals_0"))) {
            double mean = point.path("mean").asDouble();
            assertThat(PredictionsTest.model(point)
                            .expectedPurchases(point.path("t").asDouble()))
                    .isCloseTo(mean, within(1e-8 * mean));
        }
    }

    @Test
    void aHorizonOfNothing() {
        PurchaseSummary s = Histories.even("s", 2, 20, 26, 1, 1);
        BgNbd model = new BgNbd(0.243, 4.414, 0.793, 2.426);
        assertThat(model.expectedPurchases(s, 0)).isZero();
        assertThat(model.probabilityInactive(s, 0)).isCloseTo(1, within(1e-15));
        assertThat(PurchaseCounts.probability(0, model, s, 0)).isCloseTo(1, within(1e-15));
    }

    @Test
    void identicalCustomersPutAParameterAtItsBound() {
        List<PurchaseSummary> same = Collections.nCopies(50, Histories.even("s", 5, 50, 52, 1, 1));
        BgNbdFit fit = BgNbdFit.maximise(same, ForecastProgress.silent());
        assertThat(fit.status()).isEqualTo(FitStatus.AT_BOUND);
        assertThat(fit.uncertainty()).isNull();
        assertThat(fit.logLikelihood()).isCloseTo(-835.45, within(0.1));
        double expected = Objects.requireNonNull(fit.used()).expectedPurchases(same.getFirst(), 52);
        assertThat(expected).isCloseTo(5, within(0.01));
    }

    /** Customers of a known model, first purchases spread over half of the time. */
    static List<PurchaseSummary> simulated(int customers, BgNbd model, double weeks) {
        Random random = new Seed(17).random();
        List<PurchaseSummary> summaries = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double age = weeks * (0.5 + 0.5 * random.nextDouble());
            double rate = SimulatedShop.gamma(random, model.r()) / model.alpha();
            double forA = SimulatedShop.gamma(random, model.a());
            double dropout = forA / (forA + SimulatedShop.gamma(random, model.b()));
            int x = 0;
            double last = 0;
            double next = -Math.log1p(-random.nextDouble()) / rate;
            while (next <= age) {
                x++;
                last = next;
                next = random.nextDouble() < dropout
                        ? Double.POSITIVE_INFINITY
                        : next - Math.log1p(-random.nextDouble()) / rate;
            }
            summaries.add(Histories.even("c" + i, x, last, age, x == 0 ? 0 : 1, 1));
        }
        return summaries;
    }

    private static void close(BgNbd actual, BgNbd expected, double relative) {
        Percentage tolerance = Percentage.withPercentage(100 * relative);
        assertThat(actual.r()).isCloseTo(expected.r(), tolerance);
        assertThat(actual.alpha()).isCloseTo(expected.alpha(), tolerance);
        assertThat(actual.a()).isCloseTo(expected.a(), tolerance);
        assertThat(actual.b()).isCloseTo(expected.b(), tolerance);
    }
}
