package io.segmenta.engine.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.forecast.Golden;
import io.segmenta.engine.forecast.Histories;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.BgCnbd.Dropout;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every row of the reference predictions, at the parameters it was computed with. */
class PredictionsTest {
    private static final GammaGamma PUBLISHED_SPEND = new GammaGamma(6.25, 3.74, 15.44);

    @TestFactory
    Stream<DynamicTest> equalTheReference() {
        JsonNode fits = Golden.json("params.json");
        return Golden.csv("predictions.csv").stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.get("params") + " " + row.get("customer_id"), () -> check(row, fits)));
    }

    private static void check(Map<String, String> row, JsonNode fits) {
        String params = Objects.requireNonNull(row.get("params"));
        JsonNode fit = fits.path(params.replace("mle_", ""));
        BgNbd model = params.equals("published_rounded")
                ? new BgNbd(0.243, 4.414, 0.793, 2.426)
                : model(fit.path("bgnbd").path("params"));
        GammaGamma spend = params.equals("published_rounded")
                ? PUBLISHED_SPEND
                : spend(fit.path("gamma_gamma").path("params"));
        PurchaseSummary s = precise(Golden.summary(row));
        double h = Golden.number(row, "h_weeks");
        assertThat(logLikelihood(model, s)).isCloseTo(Golden.number(row, "loglik"), within(1e-6));
        same(model.probabilityAlive(s), row, "p_alive");
        same(model.expectedPurchases(s, h), row, "expected_purchases_mpmath");
        same(model.probabilityInactive(s, h), row, "p0_churn");
        same(PurchaseCounts.probability(0, model, s, h), row, "p0_churn");
        for (int k = 1; k <= 3; k++) {
            same(PurchaseCounts.probability(k, model, s, h), row, "pmf" + k);
        }
        double expected = s.repeats() == 0 ? spend.populationMean() : spend.expectedSpend(s.repeats(), s.repeatSpend());
        same(expected, row, "expected_spend");
        if (s.repeats() > 0) {
            assertThat(logLikelihood(spend, s)).isCloseTo(Golden.number(row, "gg_loglik"), within(1e-6));
        }
        same(expected * DiscountRule.exact(new Discounting(52, 0.10, 1)).purchases(model, s), row, "clv_52w_10pct");
    }

    static BgNbd model(JsonNode p) {
        return new BgNbd(
                p.path("r").asDouble(),
                p.path("alpha").asDouble(),
                p.path("a").asDouble(),
                p.path("b").asDouble());
    }

    static GammaGamma spend(JsonNode p) {
        return new GammaGamma(
                p.path("p").asDouble(), p.path("q").asDouble(), p.path("v").asDouble());
    }

    /** The times of the file are rounded to ten digits; they are whole days. */
    private static PurchaseSummary precise(PurchaseSummary s) {
        return Histories.even(
                s.customerId(),
                s.repeats(),
                Math.rint(s.lastWeeks() * 7) / 7,
                Math.rint(s.ageWeeks() * 7) / 7,
                s.repeatSpend(),
                s.meanSpend());
    }

    private static void same(double actual, Map<String, String> row, String column) {
        double expected = Golden.number(row, column);
        assertThat(actual).as(column).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
    }

    /** By the likelihood that is maximised, of one customer. */
    static double logLikelihood(BgNbd model, PurchaseSummary s) {
        double[] logs = {Math.log(model.r()), Math.log(model.alpha()), Math.log(model.a()), Math.log(model.b())};
        return new BgCnbdLikelihood(List.of(s), Dropout.AFTER_REPEATS, 1).evaluate(logs, new double[4]);
    }

    private static double logLikelihood(GammaGamma model, PurchaseSummary s) {
        double[] logs = {Math.log(model.p()), Math.log(model.q()), Math.log(model.v())};
        return new GammaGammaLikelihood(new int[] {s.repeats()}, new double[] {s.repeatSpend()})
                .evaluate(logs, new double[3]);
    }
}
