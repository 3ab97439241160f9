package io.segmenta.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    private static final Seed SEED = new Seed(1);

    private static Spends customers(int customers) {
        Random random = new Random(1);
        double[] before = random.doubles(customers, 0, 100).toArray();
        return new Spends(
                Arrays.stream(before)
                        .map(past -> past + random.nextGaussian() * 10)
                        .toArray(),
                before);
    }

    /** 300 customers, variance 100²/12 + 10²: over the draws of 60 the plain difference has 1 ÷ 60 + 1 ÷ 240 of it, the adjusted one of 10². */
    @Test
    void itIsTheSpreadOfWhatIsMeasuredWhereThereIsNothing() {
        SelfTest test = SelfTest.of(List.of(customers(300)), SpendCaps.NONE, 0.2, 1000, SEED);
        double parts = 1 / 60.0 + 1 / 240.0;
        assertThat(test.sdRaw()).isCloseTo(Math.sqrt(parts * (10_000 / 12.0 + 100)), within(0.4));
        assertThat(test.sdAdjusted()).isCloseTo(Math.sqrt(parts * 100), within(0.15));
        assertThat(test.savedCustomers()).isCloseTo(9.3, within(1.5));
        assertThat(test.alarms()).isBetween(0.03, 0.07);
        assertThat(test.draws()).isEqualTo(1000);
    }

    @Test
    void theSameSeedDrawsTheSame() {
        List<Spends> segments = List.of(customers(40), customers(60));
        SelfTest test = SelfTest.of(segments, SpendCaps.NONE, 0.3, 50, SEED);
        assertThat(SelfTest.of(segments, SpendCaps.NONE, 0.3, 50, SEED)).isEqualTo(test);
        assertThat(SelfTest.of(segments, SpendCaps.NONE, 0.3, 50, new Seed(2))).isNotEqualTo(test);
    }

    @Test
    void whatCannotBeTriedIsRefused() {
        List<Spends> segments = List.of(customers(40));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> SelfTest.of(segments, SpendCaps.NONE, 0.3, 1, SEED))
                .withMessageContaining("The number of draws (1)");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> SelfTest.of(segments, SpendCaps.NONE, 0.6, 10, SEED))
                .withMessageContaining("between 1 and 50 %");
    }
}
