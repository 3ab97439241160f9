package io.segmenta.engine.forecast.backtest;

import java.util.List;

/**
 * How often the intervals of sums held what came.
 *
 * @param nominal how often they should, 0 to 1
 * @param tests of all customers and of fifths of them, the earliest origin first; each interval was made from the origins before
 */
public record RevenueCoverage(double nominal, List<SumTest> tests) {
    public RevenueCoverage {
        tests = List.copyOf(tests);
    }

    /** Of all customers together, one an origin. */
    public List<SumTest> wholes() {
        return tests.stream().filter(test -> test.group() == 0).toList();
    }

    public static int inside(List<SumTest> tests) {
        return (int) tests.stream().filter(SumTest::inside).count();
    }
}
