package io.segmenta.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankStatisticsTest {
    @Test
    void ranksShareTies() {
        assertThat(RankStatistics.ranks(new double[] {3, 1, 3, 2})).containsExactly(3.5, 1, 3.5, 2);
        assertThat(RankStatistics.ranks(new double[] {0.0, -0.0})).containsExactly(1.5, 1.5);
        assertThat(RankStatistics.ranks(new double[0])).isEmpty();
    }

    @Test
    void notANumberRanksLast() {
        assertThat(RankStatistics.ranks(new double[] {Double.NaN, 1})).containsExactly(2, 1);
        assertThat(RankStatistics.argsort(new double[] {Double.NaN, 1, Double.NaN}))
                .containsExactly(1, 0, 2);
    }

    @Test
    void argsortIsTheStableSortOfTheIndices() {
        Random random = new Seed(7).random();
        for (int round = 0; round < 50; round++) {
            double[] values = random.ints(random.nextInt(200), -20, 20)
                    .mapToDouble(i -> i / 4.0)
                    .toArray();
            assertThat(RankStatistics.argsort(values))
                    .containsExactly(IntStream.range(0, values.length)
                            .boxed()
                            .sorted(Comparator.comparingDouble(i -> values[i]))
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    @Test
    void correlations() {
        assertThat(RankStatistics.spearman(new double[] {1, 2, 3}, new double[] {10, 100, 1000}))
                .isCloseTo(1, within(1e-12));
        assertThat(RankStatistics.pearson(new double[] {1, 2, 3}, new double[] {6, 4, 2}))
                .isCloseTo(-1, within(1e-12));
        assertThat(RankStatistics.spearman(new double[] {1, 2, 3}, new double[] {5, 5, 5}))
                .isZero();
    }
}
