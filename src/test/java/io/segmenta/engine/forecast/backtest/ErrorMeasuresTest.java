package io.segmenta.engine.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.churn.ChurnModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorMeasuresTest {
    @Test
    void theAreaUnderTheCurveCountsPairs() {
        // Pairs won: .9 and .6 over .2 and .3; .4 over .2 and .3, tied with .4; .6 and .9 over .4.
        ChurnError error = churn(new double[] {0.9, 0.6, 0.4, 0.2, 0.3, 0.4}, true, true, true, false, false, false);
        assertThat(error.auc()).isCloseTo(8.5 / 9, within(1e-12));
    }

    @Test
    void theIntervalIsDeLongs() {
        Random random = new Seed(4).random();
        double[] scores = random.doubles(60).map(d -> Math.rint(8 * d) / 8).toArray();
        boolean[] positive = new boolean[60];
        for (int i = 0; i < 60; i++) {
            positive[i] = random.nextDouble() < 0.2 + 0.6 * scores[i];
        }
        // By definition: the variance of each customer's share of pairs won, ties counting half.
        double[] shares = new double[60];
        double auc = 0;
        int positives = 0;
        for (int i = 0; i < 60; i++) {
            int others = 0;
            for (int j = 0; j < 60; j++) {
                if (positive[i] != positive[j]) {
                    double difference = positive[i] ? scores[i] - scores[j] : scores[j] - scores[i];
                    shares[i] += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                    others++;
                }
            }
            shares[i] /= others;
            auc += positive[i] ? shares[i] : 0;
            positives += positive[i] ? 1 : 0;
        }
        auc /= positives;
        double variance = 0;
        for (int i = 0; i < 60; i++) {
            int size = positive[i] ? positives : 60 - positives;
            variance += (shares[i] - auc) * (shares[i] - auc) / (size - 1) / size;
        }
        ChurnError error = ChurnError.of(ChurnModel.BG_NBD_P0, scores, positive);
        assertThat(error.auc()).isCloseTo(auc, within(1e-12));
        assertThat(error.aucHigh() - error.aucLow()).isCloseTo(2 * 1.959964 * Math.sqrt(variance), within(1e-6));
    }

    @Test
    void anyIncreasingScaleKeepsTheOrder() {
        double[] scores = new Seed(9).random().doubles(200).toArray();
        boolean[] positive = new boolean[200];
        for (int i = 0; i < 200; i++) {
            positive[i] = i % 3 == 0;
        }
        double[] squared = Arrays.stream(scores).map(s -> s * s).toArray();
        assertThat(ChurnError.of(ChurnModel.BG_NBD_P0, squared, positive).auc())
                .isEqualTo(ChurnError.of(ChurnModel.BG_NBD_P0, scores, positive).auc());
    }

    @Test
    void probabilityErrorsByHand() {
        ChurnError error = churn(new double[] {0.8, 0.4}, true, false);
        assertThat(error.brier()).isCloseTo((0.04 + 0.16) / 2, within(1e-12));
        assertThat(error.logLoss()).isCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, within(1e-12));
    }

    @Test
    void certaintyThatWasWrongCostsMuchButNotEverything() {
        ChurnError error = churn(new double[] {0, 1}, true, false);
        assertThat(error.logLoss()).isCloseTo(-Math.log(1e-15), within(0.2));
        assertThat(error.auc()).isZero();
    }

    private static ChurnError churn(double[] probabilities, boolean... inactive) {
        return ChurnError.of(ChurnModel.BG_NBD_P0, probabilities, inactive);
    }

    @Test
    void purchaseErrorsByHand() {
        PurchaseError error = PurchaseError.of(PurchaseError.Model.BG_NBD, new double[] {1, 2}, new int[] {0, 3});
        assertThat(error.meanAbsoluteError()).isEqualTo(1);
        assertThat(error.predictedToActual()).isEqualTo(1);
        assertThat(error.poissonDeviance()).isCloseTo((2 + 2 * (3 * Math.log(1.5) - 1)) / 2, within(1e-12));
        assertThat(error.decileError()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void theTopTenthIsRoundedUpAndTiesGoById() {
        double[] predicted = {5, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        double[] actual = {1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 7};
        List<String> ids = List.of("b", "a", "z", "d", "e", "f", "g", "h", "i", "j", "c");
        RevenueError error = RevenueError.of(RevenueError.Model.PAST_SPEND, ids, predicted, actual);
        // Two of eleven; both fives come first.
        assertThat(error.topDecileCapture()).isCloseTo(0.3, within(1e-12));
        RevenueError one = RevenueError.of(
                RevenueError.Model.PAST_SPEND,
                ids.subList(0, 2),
                Arrays.copyOf(predicted, 2),
                Arrays.copyOf(actual, 2));
        assertThat(one.topDecileCapture()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void theGiniOfAnOrderByHand() {
        List<String> ids = List.of("a", "b", "c", "d");
        double[] revenue = {0, 0, 1, 3};
        // Above chance, customer by customer: hindsight .5, .5, .25; the forecast .5, .25, 0; the last order -.25, -.5,
        // -.5.
        assertThat(RevenueOrder.of(ids, new double[] {1, 2, 0, 3}, revenue).gini())
                .isCloseTo((0.5 + 0.25 + 0) / 1.25, within(1e-12));
        assertThat(RevenueOrder.of(ids, revenue, revenue).gini()).isEqualTo(1);
        assertThat(RevenueOrder.of(ids, new double[] {3, 3, 1, 0}, revenue).gini())
                .isCloseTo((-0.25 - 0.5 - 0.5) / 1.25, within(1e-12));
    }

    @Test
    void countErrorsByHand() {
        CountError error = CountError.of(new double[] {1, 2}, new int[] {0, 4});
        assertThat(error.meanAbsoluteError()).isEqualTo(1.5);
        assertThat(error.rootMeanSquaredError()).isCloseTo(Math.sqrt(2.5), within(1e-12));
        assertThat(error.bias()).isCloseTo(-0.25, within(1e-12));
    }
}
