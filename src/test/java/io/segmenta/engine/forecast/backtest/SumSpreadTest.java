package io.segmenta.engine.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.origin.ForecastSum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumSpreadTest {
    private static final int DAYS = 91;
    private static final ForecastSum ALL = new ForecastSum(1000, 400);
    private static final ForecastSum SOME = new ForecastSum(200, 80);

    /** Origins one horizon apart; each gives ln(actual / forecast) of all, the fifths are off by as much. */
    private static List<OriginRevenue> missed(double... errors) {
        return IntStream.range(0, errors.length)
                .mapToObj(k -> origin(k, errors[k], new double[] {0, 0, 0, 0, 0}))
                .toList();
    }

    private static OriginRevenue origin(int k, double error, double[] beside) {
        return new OriginRevenue(
                LocalDate.of(2024, 1, 1).plusDays((long) k * DAYS),
                DAYS,
                new OriginRevenue.Part(500, ALL, ALL.value() * Math.exp(error)),
                Arrays.stream(beside)
                        .mapToObj(b -> new OriginRevenue.Part(100, SOME, SOME.value() * Math.exp(error + b)))
                        .toList());
    }

    private static double reach(Interval interval) {
        return Math.log(interval.high() / ALL.value());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, -0.56, -0.1, 0, 0.3, 1.5})
    void oneOriginWidensItToThatMissAtLeast(double miss) {
        Interval interval = SumSpread.learned(missed(miss), DAYS).ofAll(ALL);
        assertThat(reach(interval)).isGreaterThan(Math.abs(miss)).isGreaterThan(0.3);
    }

    @Test
    void forecastsThatAlwaysCameTrueNarrowIt() {
        double none = reach(SumSpread.learned(List.of(), DAYS).ofAll(ALL));
        double one = reach(SumSpread.learned(missed(0.05), DAYS).ofAll(ALL));
        double six = reach(SumSpread.learned(missed(0.05, -0.03, 0.02, 0.04, -0.05, 0.01), DAYS)
                .ofAll(ALL));
        assertThat(none).isGreaterThan(one);
        assertThat(one).isGreaterThan(six);
        assertThat(six).isGreaterThan(0.05);
    }

    @Test
    void aForecastThatWasTooLowEveryTimeIsNoSurerForIt() {
        assertThat(reach(SumSpread.learned(missed(0.5, 0.5, 0.5, 0.5, 0.5, 0.5), DAYS)
                        .ofAll(ALL)))
                .isGreaterThan(0.5);
    }

    @Test
    void testsWhoseDaysOverlapWeighLess() {
        List<OriginRevenue> apart = missed(0.05, 0.05, 0.05, 0.05);
        assertThat(reach(SumSpread.learned(apart, 4 * DAYS).ofAll(ALL)))
                .isGreaterThan(reach(SumSpread.learned(apart, DAYS).ofAll(ALL)));
    }

    @Test
    void aPartIsLessSureThanTheWholeAndFewPurchasesLessThanMany() {
        SumSpread spread = SumSpread.learned(missed(0.1, -0.2), DAYS);
        double whole = reach(spread.ofAll(ALL));
        double part = Math.log(spread.ofPart(SOME, ALL).high() / SOME.value());
        double few = Math.log(spread.ofPart(new ForecastSum(200, 4), ALL).high() / 200);
        assertThat(part).isGreaterThan(whole);
        assertThat(few).isGreaterThan(part);
        assertThat(spread.ofPart(new ForecastSum(200, 1), ALL).low()).isNotNegative();
        assertThat(spread.ofPart(ForecastSum.NONE, ALL)).isEqualTo(new Interval(0, 0));
    }

    /** A shop whose forecasts are off by a normal error of any size, in a world of shops like the public ones in a calmer one, where they are too wide, and in a wilder one. */
    @ParameterizedTest
    @CsvSource({"0.19, 0.2, 0.95", "0.1, 0.1, 1", "0.35, 0.4, 0.95"})
    void intervalsHoldNineTimesInTen(double ofTheShop, double ofAPart, double most) {
        RandomGenerator random = new Seed(5).random();
        int cases = 0;
        int inside = 0;
        for (int shop = 0; shop < 400; shop++) {
            List<OriginRevenue> past = new ArrayList<>();
            for (int k = 0; k < 6; k++) {
                SumSpread known = SumSpread.learned(past, DAYS);
                double[] beside = DoubleStream.generate(() -> ofAPart * random.nextGaussian())
                        .limit(5)
                        .toArray();
                OriginRevenue now = origin(k, ofTheShop * random.nextGaussian(), beside);
                if (k > 2) {
                    cases += 6;
                    inside += holds(known.ofAll(ALL), now.all());
                    for (OriginRevenue.Part fifth : now.fifths()) {
                        inside += holds(known.ofPart(SOME, ALL), fifth);
                    }
                }
                past.add(now);
            }
        }
        assertThat((double) inside / cases).isBetween(0.85, most);
    }

    private static int holds(Interval interval, OriginRevenue.Part part) {
        return interval.low() <= part.actual() && part.actual() <= interval.high() ? 1 : 0;
    }
}
