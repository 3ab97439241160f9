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
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class PlaybookSplitPropertyTest {
    @Property(seed = "1")
    void centsAddUpAndPartsLieWithinTheWidenedRanges(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long cents,
            @ForAll("segments") List<Segment> segments,
            @ForAll("playbooks") Playbook playbook) {
        BudgetPlan plan = PlaybookSplit.split(new Money(cents), segments, playbook);

        List<Allocation> allocations = plan.allocations();
        assertThat(allocations.stream().mapToLong(a -> a.amount().cents()).sum())
                .isEqualTo(cents);
        assertThat(allocations.stream().mapToDouble(Allocation::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(allocations)
                .allSatisfy(a -> assertThat((double) a.amount().cents()).isCloseTo(a.share() * cents, within(1.01)));

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
    }

    @Provide
    Arbitrary<List<Segment>> segments() {
        return Combinators.combine(
                        Arbitraries.of(Persona.class),
                        Arbitraries.integers().between(1, 5000),
                        Arbitraries.doubles().between(0, 1e7))
                .as((persona, customers, revenue) -> Example.segment(persona, 1, customers, revenue))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Playbook> playbooks() {
        Persona[] personas = Persona.values();
        return Arbitraries.doubles()
                .between(0, 1)
                .list()
                .ofSize(2 * personas.length)
                .map(bounds -> new Playbook(IntStream.range(0, personas.length)
                        .mapToObj(i -> play(personas[i], bounds.get(2 * i), bounds.get(2 * i + 1)))
                        .toList()));
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
