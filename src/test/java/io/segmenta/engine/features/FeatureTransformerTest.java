package io.segmenta.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.features.TransformSettings.OutlierAction;
import io.segmenta.engine.features.TransformSettings.Scaler;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureTransformerTest {
    private static final double[] SPEND = {0, 1, 3, 7, 15, 31, 63, 127, 255, 1e6};
    private static final double[] DAYS = {9, 8, 7, 6, 5, 4, 3, 2, 1, 1};

    @Test
    void aConstantColumnBecomesZero() {
        for (Scaler scaler : List.of(Scaler.ROBUST, Scaler.STANDARD)) {
            Transformed transformed =
                    fit(customers(new double[] {5, 5, 5, 5}, new double[] {1, 2, 3, 4}), OutlierAction.FLAG, scaler);
            for (int i = 0; i < 4; i++) {
                assertThat(transformed.matrix().at(i, 0)).isZero();
            }
            assertThat(transformed.transform().scales()[0]).isEqualTo(1);
        }
    }

    @Test
    void oneCustomerLiesInTheCentre() {
        Transformed transformed = fit(customers(new double[] {5}, new double[] {1}), OutlierAction.FLAG, Scaler.ROBUST);
        assertThat(transformed.matrix().data()).containsExactly(0, 0);
        assertThat(transformed.outlier()).containsExactly(false);
    }

    @Test
    void nobody() {
        assertThatThrownBy(() -> fit(customers(new double[0], new double[0]), OutlierAction.FLAG, Scaler.ROBUST))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("no customers");
    }

    @Test
    void aValueThatIsNoNumberIsNamed() {
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() ->
                            fit(customers(new double[] {1, odd}, new double[] {1, 2}), OutlierAction.FLAG, Scaler.NONE))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("Monetary of customer 1 is " + odd);
        }
    }

    @Test
    void standardScaling() {
        double[] column = column(fit(customers(SPEND, DAYS), OutlierAction.FLAG, Scaler.STANDARD), 0);
        double mean = IntStream.range(0, 10).mapToDouble(i -> column[i]).sum() / 10;
        double variance =
                IntStream.range(0, 10).mapToDouble(i -> column[i] * column[i]).sum() / 10;
        assertThat(mean).isCloseTo(0, within(1e-15));
        assertThat(variance).isCloseTo(1, within(1e-14));
    }

    @Test
    void noScalingLeavesLogarithms() {
        double[] column = column(fit(customers(SPEND, DAYS), OutlierAction.FLAG, Scaler.NONE), 0);
        assertThat(column[3]).isEqualTo(Math.log1p(7));
        double[] debts =
                column(fit(customers(new double[] {-7, 7}, new double[] {1, 2}), OutlierAction.FLAG, Scaler.NONE), 0);
        assertThat(debts).containsExactly(-Math.log1p(7), Math.log1p(7));
    }

    @Test
    void robustScalingByHand() {
        Transformed transformed = fit(
                customers(
                        new double[] {Math.E - 1, Math.exp(2) - 1, Math.exp(3) - 1, Math.exp(6) - 1},
                        new double[] {1, 2, 3, 4}),
                OutlierAction.FLAG,
                Scaler.ROBUST);
        assertThat(transformed.transform().centres()[0]).isCloseTo(2.5, within(1e-14));
        assertThat(transformed.transform().scales()[0]).isCloseTo(3.75 - 1.75, within(1e-14));
    }

    @Test
    void cappingCutsTheEnds() {
        Transformed transformed = fit(customers(SPEND, DAYS), OutlierAction.CAP, Scaler.NONE);
        double[] column = column(transformed, 0);
        assertThat(column[9]).isLessThan(Math.log1p(1e6)).isGreaterThan(Math.log1p(255));
        assertThat(column[0]).isPositive();
        assertThat(column[4]).isEqualTo(Math.log1p(15));
        assertThat(transformed.rows()).hasSize(10);
    }

    @Test
    void settingsThatCannotBeAreRefusedInTheUsersWords() {
        assertThatThrownBy(() -> new TransformSettings(List.of(), OutlierAction.FLAG, 0.01, Scaler.ROBUST))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("at least one feature");
        assertThatThrownBy(
                        () -> new TransformSettings(List.of(Feature.RECENCY), OutlierAction.FLAG, 0.7, Scaler.ROBUST))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("(0.7)");
    }

    @Test
    void removedCustomersAreNotInTheMatrix() {
        CustomerFeatures customers = customers(SPEND, DAYS);
        Transformed transformed = FeatureTransformer.fit(
                customers,
                new TransformSettings(
                        List.of(Feature.MONETARY, Feature.RECENCY), OutlierAction.REMOVE, 0.1, Scaler.ROBUST),
                new Seed(1),
                Progress.SILENT);
        int[] kept =
                IntStream.range(0, 10).filter(i -> !transformed.outlier()[i]).toArray();
        assertThat(kept).hasSize(9);
        assertThat(transformed.rows()).isEqualTo(kept);
        assertThat(transformed.matrix().rows()).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource
    void aNewCustomerIsTransformedAsTheFittedOnes(OutlierAction action) {
        Transformed transformed = fit(customers(SPEND, DAYS), action, Scaler.ROBUST);
        for (int r = 0; r < transformed.rows().length; r++) {
            int i = transformed.rows()[r];
            double[] row = transformed.transform().apply(new double[] {SPEND[i], DAYS[i]});
            assertThat(row)
                    .containsExactly(
                            transformed.matrix().at(r, 0), transformed.matrix().at(r, 1));
        }
    }

    private static Transformed fit(CustomerFeatures customers, OutlierAction action, Scaler scaler) {
        return FeatureTransformer.fit(
                customers,
                new TransformSettings(List.of(Feature.MONETARY, Feature.RECENCY), action, 0.01, scaler),
                new Seed(1),
                Progress.SILENT);
    }

    private static CustomerFeatures customers(double[] monetary, double[] recency) {
        Map<Feature, double[]> columns = new EnumMap<>(Feature.class);
        columns.put(Feature.MONETARY, monetary);
        columns.put(Feature.RECENCY, recency);
        List<String> ids =
                IntStream.range(0, monetary.length).mapToObj(String::valueOf).toList();
        return new CustomerFeatures(ids, columns, LocalDate.of(2011, 1, 1), 0, 0, 30);
    }

    private static double[] column(Transformed transformed, int column) {
        return IntStream.range(0, transformed.matrix().rows())
                .mapToDouble(i -> transformed.matrix().at(i, column))
                .toArray();
    }
}
