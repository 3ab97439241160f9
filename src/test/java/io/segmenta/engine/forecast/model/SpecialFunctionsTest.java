package io.segmenta.engine.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.forecast.Golden;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SpecialFunctionsTest {
    @TestFactory
    Stream<DynamicTest> equalTheReference() {
        return Golden.csv("special_functions.csv").stream()
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)));
    }

    private static void check(Map<String, String> row) {
        String[] value = Objects.requireNonNull(row.get("value")).split("\\|t=", -1);
        double expected = Double.parseDouble(value[0]);
        double actual =
                switch (Objects.requireNonNull(row.get("function"))) {
                    case "lgamma" -> SpecialFunctions.logGamma(arg(row, 1));
                    case "digamma" -> SpecialFunctions.digamma(arg(row, 1));
                    case "lbeta" ->
                        SpecialFunctions.logGamma(arg(row, 1))
                                + SpecialFunctions.logGamma(arg(row, 2))
                                - SpecialFunctions.logGamma(arg(row, 1) + arg(row, 2));
                    case "hyp2f1" ->
                        SpecialFunctions.hypergeometric(arg(row, 1), arg(row, 2), arg(row, 3), arg(row, 4));
                    default ->
                        new BgNbd(arg(row, 1), arg(row, 2), arg(row, 3), arg(row, 4))
                                .expectedPurchases(Double.parseDouble(value[1]));
                };
        // Near its zeros at 1 and 2 the logarithm of gamma is compared absolutely.
        assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    private static double arg(Map<String, String> row, int i) {
        return Golden.number(row, "arg" + i);
    }

    @Test
    void logGammaAndDigammaObeyTheirRecurrences() {
        for (double v = 1e-6; v < 1e6; v *= 1.7) {
            double step = SpecialFunctions.logGamma(v + 1) - SpecialFunctions.logGamma(v);
            double size = Math.max(1, Math.abs(SpecialFunctions.logGamma(v)));
            assertThat(step).isCloseTo(Math.log(v), within(4e-15 * size));
            double difference = SpecialFunctions.digamma(v + 1) - SpecialFunctions.digamma(v);
            assertThat(difference).isCloseTo(1 / v, within(4e-15 * Math.max(1, 1 / v)));
        }
    }

    @Test
    void logAddExpNeitherOverflowsNorLosesAnEmptySide() {
        assertThat(SpecialFunctions.logAddExp(1000, 1000)).isEqualTo(1000 + Math.log(2));
        assertThat(SpecialFunctions.logAddExp(-3, Double.NEGATIVE_INFINITY)).isEqualTo(-3);
        assertThat(SpecialFunctions.logAddExp(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
