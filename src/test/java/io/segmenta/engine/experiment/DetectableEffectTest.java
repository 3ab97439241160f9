package io.segmenta.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.experiment.DetectableEffect.Planned;
import io.segmenta.engine.experiment.UpliftReport.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DetectableEffectTest {
    private static final double[] UNKNOWN = {};

    private static Spends customers(Random random, int customers) {
        return new Spends(random.doubles(customers, 0, 100).toArray(), UNKNOWN);
    }

    private static DetectableEffect effect(int treated, int control) {
        return DetectableEffect.of(
                        List.of(new Planned("S", treated, control, customers(new Random(1), 2000))), SpendCaps.NONE)
                .getLast();
    }

    /** A uniform spend of 0 to 100 has a standard deviation of 28.87. */
    @Test
    void itIsWhatATestFindsInEightOfTenCases() {
        DetectableEffect planned = effect(800, 200);
        assertThat(planned.each()).isCloseTo(2.806 * 28.87 * Math.sqrt(1 / 800.0 + 1 / 200.0), within(0.15));
        assertThat(planned.inAll()).isEqualTo(800 * planned.each());
        int found = 0;
        for (int i = 0; i < 400; i++) {
            Random random = new Seed(i).random();
            double[] treated = Arrays.stream(customers(random, 800).since())
                    .map(spend -> spend + planned.each())
                    .toArray();
            Outcome outcome = new Outcome("S", new Spends(treated, UNKNOWN), customers(random, 200));
            found += UpliftReport.of(List.of(outcome), SpendCaps.NONE).overall().shown() ? 1 : 0;
        }
        assertThat(found / 400.0).isBetween(0.74, 0.86);
    }

    @Test
    void itSaysHowManyMustBeLeftAloneForLess() {
        DetectableEffect few = effect(950, 50);
        int enough = few.controlFor(few.each() / 2).orElseThrow();
        assertThat(enough).isBetween(200, 300);
        assertThat(effect(1000 - enough, enough).each()).isCloseTo(few.each() / 2, within(0.2));
        assertThat(few.controlFor(few.each())).hasValue(50);
        assertThat(few.controlFor(few.each() / 3)).isEmpty();
    }

    @Test
    void theWholeIsSurerThanItsParts() {
        Random random = new Random(1);
        List<DetectableEffect> effects = DetectableEffect.of(
                List.of(
                        new Planned("large", 800, 200, customers(random, 1000)),
                        new Planned("small", 80, 20, customers(random, 100)),
                        // of four left alone in whom one of a hundred buys nothing can be told
                        new Planned("quiet", 16, 4, new Spends(rare(), UNKNOWN))),
                SpendCaps.NONE);
        assertThat(effects)
                .extracting(DetectableEffect::name)
                .containsExactly("large", "small", "quiet", "All segments");
        assertThat(effects.get(2).each()).isNaN();
        assertThat(effects.getLast())
                .returns(880, DetectableEffect::treated)
                .returns(220, DetectableEffect::control)
                .satisfies(all -> assertThat(all.each())
                        .isLessThan(effects.getFirst().each())
                        .isLessThan(effects.get(1).each()));
    }

    private static double[] rare() {
        double[] spends = new double[100];
        spends[7] = 90;
        return spends;
    }

    @Test
    void whereNobodyIsKnownNothingIsPromised() {
        List<DetectableEffect> effects =
                DetectableEffect.of(List.of(new Planned("S", 80, 20, new Spends(UNKNOWN, UNKNOWN))), SpendCaps.NONE);
        assertThat(effects).allSatisfy(effect -> assertThat(effect.each()).isNaN());
        assertThat(effects.getLast().control()).isEqualTo(20);
    }
}
