package io.segmenta.engine.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.history.Interval;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PersonSpreadTest {
    private static final int CUSTOMERS = 5000;

    /** The larger the forecast, the surer: everybody buys 0 to 20 times for 1. */
    private static PersonSpread.Persons shop(Seed seed) {
        RandomGenerator random = seed.random();
        double[] forecast = new double[CUSTOMERS];
        double[] actual = new double[CUSTOMERS];
        for (int i = 0; i < CUSTOMERS; i++) {
            forecast[i] = 20 * random.nextDouble();
            for (int chance = 0; chance < 40; chance++) {
                actual[i] += random.nextDouble() < forecast[i] / 40 ? 1 : 0;
            }
        }
        return new PersonSpread.Persons(forecast, actual);
    }

    @Test
    void nineInTenBringWhatIsSaid() {
        PersonSpread.Persons later = shop(new Seed(2));
        Interval[] intervals = PersonSpread.learned(List.of(shop(new Seed(1)))).intervals(later.forecast());
        int inside = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            inside += intervals[i].low() <= later.actual()[i] && later.actual()[i] <= intervals[i].high() ? 1 : 0;
        }
        assertThat((double) inside / CUSTOMERS).isCloseTo(0.9, within(0.02));
    }

    @Test
    void whoIsForecastLittleMayBringNothing() {
        PersonSpread.Persons later = shop(new Seed(2));
        Interval[] intervals = PersonSpread.learned(List.of(shop(new Seed(1)))).intervals(later.forecast());
        for (int i = 0; i < CUSTOMERS; i++) {
            if (later.forecast()[i] < 1) {
                assertThat(intervals[i].low()).isZero();
            } else if (later.forecast()[i] > 19) {
                assertThat(intervals[i].low()).isGreaterThan(10);
                assertThat(intervals[i].high()).isLessThan(30);
            }
        }
    }
}
