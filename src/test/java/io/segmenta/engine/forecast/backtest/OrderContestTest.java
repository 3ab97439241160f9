package io.segmenta.engine.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.forecast.SimulatedShop;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.origin.Origin;
import io.segmenta.engine.forecast.origin.Origins;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderContestTest {
    private static final int DAYS = 60;

    private static HeldOutTime held(Origins origins, Candidates candidates) {
        return HeldOutTime.of(origins, candidates).orElseThrow();
    }

    private static Origins origins(Purchases shop) {
        return new Origins(shop, new Horizon(DAYS), ForecastProgress.silent());
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.509, 0.509, PAST_SPEND",
        "0.5, 0.52, 0.515, CHOSEN_GAMMA_GAMMA",
        "0.5, 0.515, 0.52, SPEND_REGRESSION",
        "0.5, 0.52, 0.52, CHOSEN_GAMMA_GAMMA",
        "0.5, 0.4, 0.4, PAST_SPEND"
    })
    void pastSpendYieldsToWhatIsClearlyBetter(
            double past, double purchases, double regression, RevenueError.Model winner) {
        OrderContest contest = new OrderContest(
                List.of(LocalDate.of(2022, 1, 1)),
                List.of(
                        new OrderContest.Standing(RevenueError.Model.PAST_SPEND, Spread.of(past)),
                        new OrderContest.Standing(RevenueError.Model.CHOSEN_GAMMA_GAMMA, Spread.of(purchases)),
                        new OrderContest.Standing(RevenueError.Model.SPEND_REGRESSION, Spread.of(regression))));
        assertThat(contest.winner()).isEqualTo(winner);
    }

    @Test
    void itIsChosenBeforeTheTestedDays() {
        Purchases shop = SimulatedShop.of(400, 400);
        LocalDate origin = shop.lastDay().minusDays(DAYS);
        // Who spent most before buys nothing in the tested days.
        List<String> byPast = new ArrayList<>();
        Origin at = origins(shop).at(origin);
        double[] spend = at.spend();
        for (int i = 0; i < spend.length; i++) {
            if (spend[i] > 300) {
                byPast.add(at.summaries().get(i).customerId());
            }
        }
        Purchases other = Purchases.of(shop.histories().stream()
                .flatMap(history -> history.purchases().stream())
                .filter(p ->
                        !p.day().isAfter(origin) || p.day().equals(shop.lastDay()) || !byPast.contains(p.customerId()))
                .toList());
        Backtest test = held(origins(shop), Candidates.ALL).backtest();
        Backtest otherTest = held(origins(other), Candidates.ALL).backtest();
        assertThat(otherTest.revenueErrors()).isNotEqualTo(test.revenueErrors());
        assertThat(otherTest.bestRanking()).isEqualTo(test.bestRanking());
        OrderContest order = Objects.requireNonNull(test.order());
        assertThat(order).isEqualTo(otherTest.order());
        assertThat(order.origins()).doesNotContain(origin).hasSizeGreaterThan(1);
        assertThat(order.standings())
                .extracting(OrderContest.Standing::model)
                .hasSize(3)
                .startsWith(RevenueError.Model.PAST_SPEND)
                .endsWith(RevenueError.Model.SPEND_REGRESSION);
    }

    @Test
    void withASingleOriginNothingThatLearnsTakesPart() {
        Backtest test =
                held(origins(SimulatedShop.of(400, 150)), Candidates.ALL).backtest();
        OrderContest order = Objects.requireNonNull(test.order());
        assertThat(order.origins()).containsExactly(test.origin());
        assertThat(order.standings())
                .extracting(OrderContest.Standing::model)
                .containsExactly(RevenueError.Model.PAST_SPEND, test.revenueModel(false));
    }

    @Test
    void theFirstVersionNamesTheBestButSortsByWhatIsExpected() {
        Origins origins = origins(SimulatedShop.of(400, 400));
        HeldOutTime held = held(origins, Candidates.ORIGINAL);
        Backtest test = held.backtest();
        assertThat(test.order()).isNull();
        assertThat(test.revenueErrors())
                .extracting(RevenueError::name)
                .doesNotContain(RevenueError.Model.SPEND_REGRESSION);
        Origin end = origins.at(origins.lastDay());
        double[] expected = new double[end.size()];
        expected[0] = 1;
        assertThat(held.ranked(test, end, expected)).isSameAs(expected);
    }
}
