package io.segmenta.engine.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.Golden;
import io.segmenta.engine.forecast.Histories;
import io.segmenta.engine.forecast.SimulatedShop;
import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.GammaGammaFit.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GammaGammaFitTest {
    @Test
    void cdnowGivesThePublishedModel() {
        JsonNode golden = Golden.json("params.json").path("cdnow_sample");
        Population population = Golden.cdnow().asOf(Golden.CDNOW_END);
        GammaGammaFit repeat = GammaGammaFit.of(population.summaries(), Basis.REPEAT, population.medianSpend());
        same(repeat, golden.path("gamma_gamma"), 946);
        assertThat(repeat.pearson())
                .isCloseTo(golden.path("gamma_gamma").path("pearson_x_zbar").asDouble(), within(1e-9));
        assertThat(repeat.spearman())
                .isCloseTo(golden.path("gamma_gamma").path("spearman_x_zbar").asDouble(), within(1e-5));
        assertThat(Objects.requireNonNull(repeat.estimate()).populationMean())
                .isCloseTo(golden.path("gamma_gamma").path("population_mean").asDouble(), within(1e-3));
        // Eight of the 2,357 never paid anything.
        GammaGammaFit all = GammaGammaFit.of(population.summaries(), Basis.ALL, population.medianSpend());
        same(all, golden.path("gamma_gamma_all_purchases"), 2349);
        assertThat(all.excluded()).isEqualTo(8);
    }

    @Test
    void onlineRetailGivesTheReferenceModels() {
        List<PurchaseSummary> customers = Golden.csv("online_retail_summary.csv").stream()
                .map(Golden::summary)
                .toList();
        JsonNode golden = Golden.json("params.json").path("online_retail_to_2011-12-09");
        same(GammaGammaFit.of(customers, Basis.REPEAT, 1), golden.path("gamma_gamma"), 2790);
        same(GammaGammaFit.of(customers, Basis.ALL, 1), golden.path("gamma_gamma_all_purchases"), 4338);
    }

    private static void same(GammaGammaFit fit, JsonNode golden, int customers) {
        assertThat(fit.status()).isEqualTo(FitStatus.FITTED);
        assertThat(fit.customers()).isEqualTo(customers);
        assertThat(fit.logLikelihood()).isCloseTo(golden.path("LL").asDouble(), within(1e-3));
        for (Uncertainty.Estimate estimate :
                Objects.requireNonNull(fit.uncertainty()).estimates()) {
            double value = golden.path("params").path(estimate.name()).asDouble();
            double se = golden.path("se").path(estimate.name()).asDouble();
            assertThat(estimate.value()).isCloseTo(value, Percentage.withPercentage(0.1));
            assertThat(estimate.standardError()).isCloseTo(se, Percentage.withPercentage(1));
        }
    }

    @Test
    void theGradientIsTheReferenceGradient() {
        List<PurchaseSummary> repeaters = Golden.cdnow().asOf(Golden.CDNOW_END).summaries().stream()
                .filter(s -> s.repeats() > 0 && s.repeatSpend() > 0)
                .toList();
        GammaGammaLikelihood likelihood = new GammaGammaLikelihood(
                repeaters.stream().mapToInt(PurchaseSummary::repeats).toArray(),
                repeaters.stream().mapToDouble(PurchaseSummary::repeatSpend).toArray());
        JsonNode golden =
                Golden.json("params.json").path("gradient_checks_cdnow_sample").path("gamma_gamma_published");
        double[] logs = {Math.log(6.25), Math.log(3.74), Math.log(15.44)};
        double[] gradient = new double[3];
        assertThat(likelihood.evaluate(logs, gradient))
                .isCloseTo(golden.path("LL").asDouble(), within(1e-6));
        for (int i = 0; i < 3; i++) {
            assertThat(gradient[i])
                    .isCloseTo(golden.path("dLL_dlog_theta").path(i).asDouble(), within(1e-6));
        }
    }

    @Test
    void anotherCurrencyScalesTheScaleAlone() {
        List<PurchaseSummary> pounds = spenders(500, new GammaGamma(3, 4, 60));
        List<PurchaseSummary> pence = pounds.stream()
                .map(s -> Histories.even(
                        s.customerId(),
                        s.repeats(),
                        s.lastWeeks(),
                        s.ageWeeks(),
                        100 * s.repeatSpend(),
                        100 * s.meanSpend()))
                .toList();
        GammaGammaFit a = GammaGammaFit.of(pounds, Basis.REPEAT, 20);
        GammaGammaFit b = GammaGammaFit.of(pence, Basis.REPEAT, 2000);
        GammaGamma inPounds = Objects.requireNonNull(a.estimate());
        GammaGamma inPence = Objects.requireNonNull(b.estimate());
        assertThat(inPence.p()).isCloseTo(inPounds.p(), Percentage.withPercentage(0.01));
        assertThat(inPence.q()).isCloseTo(inPounds.q(), Percentage.withPercentage(0.01));
        assertThat(inPence.v()).isCloseTo(100 * inPounds.v(), Percentage.withPercentage(0.01));
    }

    @Test
    void aHeavyTailHasNoPopulationMean() {
        GammaGammaFit fit = GammaGammaFit.of(spenders(3000, new GammaGamma(3, 0.66, 2)), Basis.REPEAT, 2);
        assertThat(fit.status()).isEqualTo(FitStatus.HEAVY_TAIL);
        assertThat(fit.estimate()).isNull();
        // (10 + 30 + 3 × 2) / (2 + 3)
        assertThat(fit.expectedSpend(Histories.even("s", 1, 5, 10, 30, 20))).isCloseTo(9.2, within(1e-12));
        assertThatThrownBy(() -> new GammaGamma(1, 0.66, 3).populationMean()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void equalSpendIsItsOwnForecast() {
        List<PurchaseSummary> customers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            customers.add(Histories.even("c" + i, 1 + i % 4, 5, 10, 12.5, 12.5));
        }
        GammaGammaFit fit = GammaGammaFit.of(customers, Basis.REPEAT, 12.5);
        assertThat(fit.status()).isEqualTo(FitStatus.AT_BOUND);
        assertThat(fit.uncertainty()).isNull();
        assertThat(fit.expectedSpend(customers.getFirst())).isCloseTo(12.5, within(1e-12));
    }

    @Test
    void customersWhoPaidNothingGetThePopulationsMean() {
        List<PurchaseSummary> customers = new ArrayList<>(spenders(100, new GammaGamma(3, 4, 60)));
        PurchaseSummary free = Histories.even("free", 2, 5, 10, 0, 0);
        customers.add(free);
        GammaGammaFit fit = GammaGammaFit.of(customers, Basis.REPEAT, 20);
        assertThat(fit.customers()).isEqualTo(100);
        assertThat(fit.excluded()).isEqualTo(1);
        assertThat(fit.expectedSpend(free))
                .isEqualTo(Objects.requireNonNull(fit.estimate()).populationMean());
    }

    @Test
    void tooFewSpendersGetAShrunkenMean() {
        GammaGammaFit fit = GammaGammaFit.of(spenders(19, new GammaGamma(3, 4, 60)), Basis.REPEAT, 20);
        assertThat(fit.status()).isEqualTo(FitStatus.NOT_IDENTIFIED);
        assertThat(fit.expectedSpend(Histories.even("s", 0, 0, 10, 0, 60))).isCloseTo(30, within(1e-12));
    }

    private static List<PurchaseSummary> spenders(int customers, GammaGamma model) {
        Random random = new Seed(29).random();
        List<PurchaseSummary> summaries = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double nu = SimulatedShop.gamma(random, model.q()) / model.v();
            int x = 1 + random.nextInt(6);
            double mean = SimulatedShop.gamma(random, model.p() * x) / nu / x;
            summaries.add(Histories.even("c" + i, x, 5, 10, mean, mean));
        }
        return summaries;
    }
}
