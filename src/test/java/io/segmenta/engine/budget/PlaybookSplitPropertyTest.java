package io.segmenta.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.budget.BudgetPlan.Allocation;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Play.Priority;
import io.segmenta.engine.playbook.Play.RoiClass;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import io.segmenta.testing.Cases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaybookSplitPropertyTest {
    @Test
    void centsAddUpAndPartsLieWithinTheWidenedRanges() {
        Cases.check(1000, drawn -> {
            long cents = drawn.between(0L, 1_000_000_000_000L);
            List<Segment> segments = drawn.list(1, 20, () -> segment(drawn));
            Playbook playbook = playbook(drawn);
            BudgetPlan plan = PlaybookSplit.split(new Money(cents), segments, playbook);

            List<Allocation> allocations = plan.allocations();
            assertThat(allocations.stream().mapToLong(a -> a.amount().cents()).sum())
                    .isEqualTo(cents);
            assertThat(allocations.stream().mapToDouble(Allocation::share).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(allocations)
                    .allSatisfy(
                            a -> assertThat((double) a.amount().cents()).isCloseTo(a.share() * cents, within(1.01)));

            List<Persona> personas =
                    segments.stream().map(Segment::persona).distinct().toList();
            Ranges ranges =
                    Ranges.of(personas.stream().map(playbook::play).toList()).widenedToReachOne();
            for (int i = 0; i < personas.size(); i++) {
                Persona persona = personas.get(i);
                double part = allocations.stream()
                        .filter(a -> a.segment().persona() == persona)
                        .mapToDouble(Allocation::share)
                        .sum();
                assertThat(part).isBetween(ranges.lower()[i] - 1e-9, ranges.upper()[i] + 1e-9);
            }
        });
    }

    private static Segment segment(Cases drawn) {
        return Example.segment(drawn.one(Persona.values()), 1, drawn.between(1, 5000), drawn.between(0.0, 1e7));
    }

    private static Playbook playbook(Cases drawn) {
        return new Playbook(Stream.of(Persona.values())
                .map(persona -> play(persona, drawn.between(0.0, 1.0), drawn.between(0.0, 1.0)))
                .toList());
    }

    private static Play play(Persona persona, double a, double b) {
        return new Play(
                persona,
                "Strategy",
                List.of("Action"),
                "",
                Math.min(a, b),
                Math.max(a, b),
                RoiClass.HIGH,
                50,
                Priority.HIGH);
    }
}
