package io.segmenta.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {
    private static final double[] SORTED = {1, 2, 4, 8};

    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 1.75", "0.5, 3", "0.9, 6.8", "1, 8"})
    void bothInterpolate(double share, double expected) {
        assertThat(Quantiles.of(SORTED, share)).isCloseTo(expected, within(1e-15));
        assertThat(Quantiles.ofNumpy(SORTED, share)).isCloseTo(expected, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void oneValueIsEveryQuantile(double share) {
        double[] one = {7};
        for (DoubleUnaryOperator quantile :
                new DoubleUnaryOperator[] {s -> Quantiles.of(one, s), s -> Quantiles.ofNumpy(one, s)}) {
            assertThat(quantile.applyAsDouble(share)).isEqualTo(7);
        }
    }

    @Test
    void theMedianIsTheMiddleOrTheMeanOfBothMiddleOnes() {
        assertThat(Quantiles.median(new double[] {1, 2, 9})).isEqualTo(2);
        assertThat(Quantiles.median(SORTED)).isEqualTo(3);
        assertThat(Quantiles.median(new double[] {5})).isEqualTo(5);
    }
}
