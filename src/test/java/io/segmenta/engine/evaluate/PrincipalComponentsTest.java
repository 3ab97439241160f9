package io.segmenta.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.testing.OnlineRetail;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PrincipalComponentsTest {
    @Test
    void equalsScikitLearnUpToSign() {
        JsonNode golden = OnlineRetail.golden().get("pca");

        PrincipalComponents components = PrincipalComponents.of(OnlineRetail.matrix(), 2);

        for (int d = 0; d < 2; d++) {
            assertThat(components.explained()[d])
                    .isCloseTo(golden.get("explained_variance_ratio").get(d).asDouble(), within(1e-9));
            double sign = Math.signum(components.loadings()[d][0]
                    * golden.get("components").get(d).get(0).asDouble());
            for (int j = 0; j < 5; j++) {
                assertThat(sign * components.loadings()[d][j])
                        .isCloseTo(golden.get("components").get(d).get(j).asDouble(), within(1e-9));
            }
        }
    }

    @Test
    void aLineHasOneComponent() {
        PrincipalComponents components = PrincipalComponents.of(matrix(2, 0, 0, 3, 4, 6, 8), 2);

        assertThat(components.explained()).containsExactly(new double[] {1, 0}, within(1e-12));
        assertThat(components.loadings()[0]).containsExactly(new double[] {0.6, 0.8}, within(1e-12));
        assertThat(components.project(matrix(2, 0, 0, 3, 4, 6, 8), 2)[0]).isCloseTo(5, within(1e-12));
    }

    @Test
    void loadingsAreUnitVectorsAtRightAngles() {
        PrincipalComponents components =
                PrincipalComponents.of(matrix(6, new Random(3).doubles(600).toArray()), 6);

        for (int a = 0; a < 6; a++) {
            for (int b = 0; b < 6; b++) {
                double dot = 0;
                for (int j = 0; j < 6; j++) {
                    dot += components.loadings()[a][j] * components.loadings()[b][j];
                }
                assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-12));
            }
        }
        assertThat(IntStream.range(0, 6)
                        .mapToDouble(d -> components.explained()[d])
                        .sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void fiftyFeaturesWork() {
        PrincipalComponents components =
                PrincipalComponents.of(matrix(50, new Random(3).doubles(5_000).toArray()), 3);

        assertThat(components.explained()[0]).isGreaterThan(components.explained()[1]);
        assertThat(components.explained()[1]).isGreaterThan(components.explained()[2]);
    }

    @Test
    void equalCustomersHaveNoDirection() {
        assertThat(PrincipalComponents.of(matrix(2, 1, 2, 1, 2), 2).explained()).containsExactly(0, 0);
    }

    @Test
    void moreComponentsThanFeaturesAreRefused() {
        assertThatThrownBy(() -> PrincipalComponents.of(matrix(2, 1, 2), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 features have no 3");
    }

    private static FeatureMatrix matrix(int columns, double... data) {
        return new FeatureMatrix(
                data,
                data.length / columns,
                columns,
                List.copyOf(IntStream.range(0, columns).mapToObj(j -> "f" + j).toList()));
    }
}
