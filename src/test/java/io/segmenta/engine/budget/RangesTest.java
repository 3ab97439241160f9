package io.segmenta.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangesTest {
    @Test
    void theNearestPointIsNearerThanEveryPointOfAFineGrid() {
        Random random = new Random(11);
        for (int round = 0; round < 30; round++) {
            Ranges ranges = ranges(3, random);
            double[] wish = random.doubles(3).toArray();
            double[] nearest = ranges.nearest(wish);
            assertThat(Arrays.stream(nearest).sum()).isCloseTo(1, within(1e-12));
            double best = distance(wish, nearest);
            for (int i = 0; i <= 200; i++) {
                for (int j = 0; j <= 200; j++) {
                    double[] point = {i / 200.0, j / 200.0, 1 - i / 200.0 - j / 200.0};
                    if (contains(ranges, point)) {
                        assertThat(best).isLessThanOrEqualTo(distance(wish, point) + 1e-12);
                    }
                }
            }
        }
    }

    @Test
    void rangesThatCanReachTheWholeStayAsTheyAre() {
        Ranges ranges = new Ranges(new double[] {0.1, 0.2}, new double[] {0.5, 0.9}, 1);
        assertThat(ranges.widenedToReachOne()).isSameAs(ranges);
    }

    @Test
    void boundsThatJustReachTheWholeAreNotWidenedBecauseOfRounding() {
        double tenth = 0.1;
        double[] upper = {tenth + 0.2, 0.3, 0.4 - 1e-16};
        assertThat(new Ranges(new double[3], upper, 1).widenedToReachOne().factor())
                .isEqualTo(1);
    }

    private static Ranges ranges(int n, Random random) {
        double[] lower = new double[n];
        double[] upper = new double[n];
        for (int i = 0; i < n; i++) {
            lower[i] = random.nextDouble() * 0.3;
            upper[i] = lower[i] + 0.1 + random.nextDouble() * 0.5;
        }
        return new Ranges(lower, upper, 1).widenedToReachOne();
    }

    private static boolean contains(Ranges ranges, double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (point[i] < ranges.lower()[i] || point[i] > ranges.upper()[i]) {
                return false;
            }
        }
        return true;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
