package io.segmenta.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpendCapsTest {
    private static final double[] NOBODY = {};

    /** 0, 1, 2, … */
    private static double[] upTo(int most) {
        return IntStream.rangeClosed(0, most).mapToDouble(i -> i).toArray();
    }

    @Test
    void oneInAHundredSpendsMore() {
        assertThat(SpendCaps.of(upTo(1000), upTo(200))).isEqualTo(new SpendCaps(990, 198));
        assertThat(SpendCaps.of(upTo(1000), NOBODY)).isEqualTo(new SpendCaps(990, Double.POSITIVE_INFINITY));
    }

    @Test
    void whereHardlyAnybodyBuysItIsOneInTwentyOfThoseWhoDo() {
        double[] spends = new double[10_000];
        for (int i = 1; i <= 21; i++) {
            spends[i * 400] = i;
        }
        assertThat(SpendCaps.of(spends, NOBODY).since()).isEqualTo(20);
    }

    @Test
    void nineteenBuyersTellNoQuantile() {
        assertThat(SpendCaps.of(upTo(19), upTo(19))).isEqualTo(SpendCaps.NONE);
        assertThat(SpendCaps.of(upTo(20), NOBODY).since()).isEqualTo(19.8);
    }

    @Test
    void itSaysWhatItIs() {
        assertThat(new SpendCaps(1741.5, 9).words(amount -> String.format(Locale.ROOT, "%,.2f", amount)))
                .isEqualTo(
                        "Of what one customer spent 1,741.50 count at most; hardly 1 in 100 of both groups spent more.");
        assertThat(SpendCaps.NONE.words(String::valueOf)).startsWith("Nothing is capped");
    }
}
