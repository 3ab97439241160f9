package io.segmenta.engine.segment;

import static io.segmenta.engine.segment.Migration.ABSENT;
import static io.segmenta.engine.segment.Migration.LEFT_OUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.evaluate.Agreement;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.segment.Journeys.Order;
import io.segmenta.engine.segment.Migration.Direction;
import io.segmenta.engine.segment.Migration.Flow;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JourneysTest {
    private static final CustomerFeatures SHOP = Customers.random(600, new Random(21));
    private static final Membership FOUR = Customers.membership(SHOP, Customers.bands(SHOP, 4), 4);
    private static final Membership BEFORE = Customers.part(FOUR, 0, 500);
    private static final Membership AFTER =
            Customers.part(Customers.membership(SHOP, Customers.bands(SHOP, 5), 5), 100, 600);

    @Test
    void everyCustomerAndAllMoneyIsInOneFlow() {
        Migration migration = Journeys.between(BEFORE, AFTER).migration();
        assertThat(migration.flows().stream().mapToInt(Flow::customers).sum()).isEqualTo(600);
        assertThat(migration.customers(Direction.ADDED)).isEqualTo(100);
        assertThat(migration.customers(Direction.DROPPED)).isEqualTo(100);
        assertThat(migration.inBoth()).isEqualTo(400);
        assertThat(migration.flows().stream().mapToDouble(Flow::moneyBefore).sum())
                .isCloseTo(Arrays.stream(BEFORE.monetary()).sum(), within(1e-6));
        assertThat(migration.flows().stream().mapToDouble(Flow::moneyAfter).sum())
                .isCloseTo(Arrays.stream(AFTER.monetary()).sum(), within(1e-6));
        assertThat(Arrays.stream(Direction.values())
                        .mapToInt(migration::customers)
                        .sum())
                .isEqualTo(600);
    }

    @Test
    void flowsStandInTheOrderOfTheSegmentsAndThoseWithoutOneLast() {
        Migration migration = Journeys.between(BEFORE, AFTER).migration();
        List<Integer> order =
                migration.flows().stream().map(Flow::from).distinct().toList();
        List<Integer> expected = IntStream.concat(
                        BEFORE.segments().stream().mapToInt(Segment::cluster), IntStream.of(ABSENT))
                .boxed()
                .toList();
        assertThat(order).isEqualTo(expected);
    }

    @Test
    void nobodyMovesBetweenEqualRuns() {
        Journeys journeys = Journeys.between(FOUR, FOUR);
        Migration migration = journeys.migration();
        assertThat(migration.flows()).hasSize(4).allMatch(flow -> flow.from() == flow.to());
        assertThat(migration.summary())
                .isEqualTo("0 customers moved up, 0 moved down, 600 stayed; 0 were added and 0 dropped.");
        Segment first = FOUR.segments().getFirst();
        Flow stayed = migration.flow(first.cluster(), first.cluster()).orElseThrow();
        assertThat(stayed.customers()).isEqualTo(first.customers());
        assertThat(migration.from(stayed)).isEqualTo(first);
        assertThat(migration.flow(first.cluster(), ABSENT)).isEmpty();
        assertThat(journeys.agreement()).contains(new Agreement(1, 1));
    }

    @Test
    void betterAndWorseGoByPersona() {
        Migration migration = Journeys.between(
                        FOUR,
                        FOUR.with(FOUR.segments().stream()
                                .map(segment -> segment.named(Persona.AVERAGE_CUSTOMERS, 1 + segment.cluster()))
                                .toList()))
                .migration();
        int up = FOUR.segments().stream()
                .filter(segment -> segment.persona().compareTo(Persona.AVERAGE_CUSTOMERS) > 0)
                .mapToInt(Segment::customers)
                .sum();
        int down = FOUR.segments().stream()
                .filter(segment -> segment.persona().compareTo(Persona.AVERAGE_CUSTOMERS) < 0)
                .mapToInt(Segment::customers)
                .sum();
        assertThat(up).isPositive();
        assertThat(down).isPositive();
        assertThat(migration.customers(Direction.UP)).isEqualTo(up);
        assertThat(migration.customers(Direction.DOWN)).isEqualTo(down);
    }

    @Test
    void customersLeftOutAreWithoutASegment() {
        int[] clusters = FOUR.clusters().clone();
        clusters[0] = LEFT_OUT;
        Membership without = new Membership(FOUR.segments(), FOUR.ids(), clusters, FOUR.monetary());
        Journeys journeys = Journeys.between(FOUR, without);
        Flow out = journeys.migration().flow(FOUR.clusters()[0], LEFT_OUT).orElseThrow();
        assertThat(out.customers()).isEqualTo(1);
        assertThat(journeys.migration().direction(out)).isEqualTo(Direction.LEFT_OUT);
        assertThat(journeys.customers(null, LEFT_OUT, Order.CUSTOMER, true)).containsExactly(0);
        assertThat(Journeys.between(without, without).migration().flows().stream()
                        .mapToInt(Flow::customers)
                        .sum())
                .isEqualTo(599);
    }

    @Test
    void runsWithoutACommonCustomerDoNotAgreeOnAnything() {
        Journeys journeys = Journeys.between(Customers.part(FOUR, 0, 300), Customers.part(FOUR, 300, 600));
        assertThat(journeys.migration().inBoth()).isZero();
        assertThat(journeys.agreement()).isEmpty();
    }

    @Test
    void whoMovedIsKnownByHisPlaceInBothRuns() {
        Journeys journeys = Journeys.between(BEFORE, AFTER);
        for (Flow flow : journeys.migration().flows()) {
            int[] customers = journeys.customers(flow.from(), flow.to(), Order.CUSTOMER, true);
            assertThat(customers).hasSize(flow.customers()).isSorted();
            for (int customer : customers) {
                int before = journeys.before(customer);
                int after = journeys.after(customer);
                assertThat(before < 0 ? ABSENT : BEFORE.clusters()[before]).isEqualTo(flow.from());
                assertThat(after < 0 ? ABSENT : AFTER.clusters()[after]).isEqualTo(flow.to());
                if (before >= 0 && after >= 0) {
                    assertThat(BEFORE.ids().get(before)).isEqualTo(AFTER.ids().get(after));
                }
            }
        }
        assertThat(journeys.customers(null, null, Order.CUSTOMER, true)).hasSize(600);
    }

    @Test
    void customersAreSortedByMoneyAndThenById() {
        Journeys journeys = Journeys.between(BEFORE, AFTER);
        int[] falling = journeys.customers(null, null, Order.CHANGE, false);
        for (int i = 1; i < falling.length; i++) {
            double change = journeys.moneyAfter(falling[i - 1]) - journeys.moneyBefore(falling[i - 1]);
            double next = journeys.moneyAfter(falling[i]) - journeys.moneyBefore(falling[i]);
            assertThat(change).isGreaterThanOrEqualTo(next);
            if (change == next) {
                assertThat(falling[i - 1]).isGreaterThan(falling[i]);
            }
        }
        int[] dear = journeys.customers(null, null, Order.MONEY_AFTER, false);
        assertThat(journeys.moneyAfter(dear[0]))
                .isEqualTo(Arrays.stream(AFTER.monetary()).max().orElseThrow());
    }

    /** U+1F600 is two surrogates, which String.compareTo puts before U+FF21. */
    @Test
    void idsCompareByCodePoint() {
        Membership two = new Membership(
                FOUR.segments(), List.of("a", "\uFF21", "\uD83D\uDE00"), new int[] {0, 1, 2}, new double[] {1, 2, 3});
        Membership one = new Membership(FOUR.segments(), List.of("\uD83D\uDE00"), new int[] {2}, new double[] {4});
        Journeys journeys = Journeys.between(two, one);
        assertThat(journeys.migration().inBoth()).isEqualTo(1);
        assertThat(journeys.migration().flow(2, 2).orElseThrow()).isEqualTo(new Flow(2, 2, 1, 3, 4));
    }
}
