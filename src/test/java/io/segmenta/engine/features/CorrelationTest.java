package io.segmenta.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    private static final List<Feature> THREE = List.of(Feature.FREQUENCY, Feature.DISTINCT_PRODUCTS, Feature.RECENCY);

    @Test
    void namesThePairsThatSayTheSame() {
        Random random = new Random(1);
        double[] data = new double[300];
        for (int i = 0; i < 100; i++) {
            data[3 * i] = random.nextGaussian();
            data[3 * i + 1] = 2 * data[3 * i] + 0.1 * random.nextGaussian();
            data[3 * i + 2] = random.nextGaussian();
        }
        List<Correlation> strong = Correlation.strong(matrix(data), THREE);
        assertThat(strong).singleElement().satisfies(pair -> {
            assertThat(pair.one()).isEqualTo(Feature.FREQUENCY);
            assertThat(pair.other()).isEqualTo(Feature.DISTINCT_PRODUCTS);
            assertThat(pair.r()).isCloseTo(0.998, within(0.002));
            assertThat(pair.sentence())
                    .contains("Frequency and distinct products rise and fall together")
                    .doesNotContain("Leave");
            assertThat(pair.advice()).isEqualTo("Leave distinct products out to count it once.");
        });
    }

    @Test
    void oppositesCountAsWell() {
        double[] data = {1, -1, 5, 2, -2, 5, 4, -4, 5};
        assertThat(Correlation.strong(matrix(data), THREE)).singleElement().satisfies(pair -> {
            assertThat(pair.r()).isEqualTo(-1);
            assertThat(pair.sentence()).contains("go opposite ways");
        });
    }

    @Test
    void constantColumnsAndSingleCustomersAreCorrelatedWithNothing() {
        assertThat(Correlation.strong(matrix(new double[] {1, 2, 3}), THREE)).isEmpty();
        assertThat(Correlation.strong(matrix(new double[12]), THREE)).isEmpty();
    }

    @Test
    void clvAndMonetaryAreKnownBeforeAnyData() {
        assertThat(Correlation.byDefinition(TransformSettings.defaults().features()))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.spare()).isEqualTo(Feature.CLV);
                    assertThat(pair.sentence())
                            .contains("constant times monetary")
                            .doesNotContain("Leave");
                    assertThat(pair.advice()).startsWith("Leave historic CLV out");
                });
        assertThat(Correlation.byDefinition(THREE)).isEmpty();
    }

    @Test
    void everyColumnMustBeNamed() {
        FeatureMatrix matrix = matrix(new double[3]);
        assertThatThrownBy(() -> Correlation.strong(matrix, List.of(Feature.RECENCY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FeatureMatrix matrix(double[] data) {
        return new FeatureMatrix(data, data.length / 3, 3, List.of("a", "b", "c"));
    }
}
