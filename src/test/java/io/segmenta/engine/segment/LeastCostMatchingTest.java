package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastCostMatchingTest {
    @Test
    void noOtherMatchingIsCheaper() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            int rows = 1 + random.nextInt(6);
            double[][] costs = costs(rows, rows + random.nextInt(3), random);
            int[] columns = LeastCostMatching.of(costs);
            assertThat(columns).doesNotHaveDuplicates().hasSize(rows);
            assertThat(cost(costs, columns)).isCloseTo(cheapest(costs, 0, 0), within(1e-12));
        }
    }

    @Test
    void negativeCostsAreCostsToo() {
        double[][] costs = {{-5, -9}, {-1, -2}};
        assertThat(LeastCostMatching.of(costs)).containsExactly(1, 0);
    }

    @Test
    void nothingIsMatchedWithNothing() {
        assertThat(LeastCostMatching.of(new double[0][])).isEmpty();
    }

    @Test
    void moreRowsThanColumnsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastCostMatching.of(new double[][] {{1}, {2}}))
                .withMessageContaining("2 rows");
    }

    /** Half of them with small whole numbers, so that ties are common. */
    private static double[][] costs(int rows, int columns, Random random) {
        boolean ties = random.nextBoolean();
        double[][] costs = new double[rows][columns];
        for (double[] row : costs) {
            Arrays.setAll(row, j -> ties ? random.nextInt(4) : random.nextDouble());
        }
        return costs;
    }

    private static double cost(double[][] costs, int[] columns) {
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += costs[i][columns[i]];
        }
        return sum;
    }

    private static double cheapest(double[][] costs, int row, int taken) {
        if (row == costs.length) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int column = 0; column < costs[row].length; column++) {
            if ((taken & 1 << column) == 0) {
                least = Math.min(least, costs[row][column] + cheapest(costs, row + 1, taken | 1 << column));
            }
        }
        return least;
    }
}
