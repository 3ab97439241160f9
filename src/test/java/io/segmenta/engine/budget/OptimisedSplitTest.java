package io.segmenta.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OptimisedSplitTest {
    private static final Playbook PLAYBOOK = DefaultPlaybook.load();

    @Test
    void aHundredRandomSplitsAgreeWithGivingCentByCent() {
        Random random = new Random(31);
        for (int round = 0; round < 100; round++) {
            Assumptions assumptions = random(random, 1 + random.nextInt(7));
            long cents = 1 + random.nextLong(50_000);
            Persona[] any = Persona.values();
            double[] all = new double[any.length];
            Arrays.fill(all, 1);
            long[] expected = centByCent(assumptions, cents, any, new Ranges(new double[any.length], all, 1));
            assertAmounts(OptimisedSplit.split(new Money(cents), assumptions), expected, 1);
        }
    }

    @Test
    void aHundredRandomSplitsWithinTheRangesAgreeToo() {
        Random random = new Random(32);
        for (int round = 0; round < 100; round++) {
            Assumptions assumptions = random(random, 5 + random.nextInt(4));
            long cents = 1 + random.nextLong(50_000);
            Persona[] personas = assumptions.responses().stream()
                    .map(r -> r.segment().persona())
                    .distinct()
                    .sorted()
                    .toArray(Persona[]::new);
            Ranges ranges = Ranges.of(
                            Arrays.stream(personas).map(PLAYBOOK::play).toList())
                    .widenedToReachOne();
            long[] expected = centByCent(assumptions, cents, personas, ranges);
            // the bounds themselves are rounded to cents, so one more may move
            assertAmounts(OptimisedSplit.splitWithin(new Money(cents), assumptions, PLAYBOOK), expected, 2);
        }
    }

    @Test
    void marginalReturnsAreEqualWhereMoneyGoes() {
        Assumptions assumptions = random(new Random(33), 5);
        BudgetPlan plan = OptimisedSplit.split(Money.of(1_000_000), assumptions);
        double[] returns = IntStream.range(0, 5)
                .filter(i -> plan.allocations().get(i).amount().cents() > 0)
                .mapToDouble(i -> assumptions
                        .responses()
                        .get(i)
                        .marginalReturn(0.3, plan.allocations().get(i).amount().amount()))
                .toArray();
        assertThat(returns).hasSizeGreaterThan(1);
        double mean = Arrays.stream(returns).average().orElseThrow();
        for (double marginal : returns) {
            assertThat(marginal / mean).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void aHugeBudgetIsStillSplitExactly() {
        Assumptions assumptions = random(new Random(34), 6);
        BudgetPlan plan = OptimisedSplit.split(Money.of(1e12), assumptions);
        assertThat(plan.allocations().stream()
                        .mapToLong(a -> a.amount().cents())
                        .sum())
                .isEqualTo(100_000_000_000_000L);
        assertThat(plan.allocations()).allSatisfy(a -> assertThat(a.share()).isPositive());
    }

    @Test
    void aSegmentThatDoesNotAnswerGetsNothing() {
        List<Response> responses =
                List.of(response(Persona.VIP_CHAMPIONS, 1000, 0.1, 1), response(Persona.AT_RISK, 1000, 0, 1));
        BudgetPlan plan = OptimisedSplit.split(Money.of(100), new Assumptions(91, new Assumption(0.3, ""), responses));
        assertThat(plan.allocations().getLast().amount()).isEqualTo(Money.ZERO);
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void whereNobodyAnswersTheSplitSaysThatItMeansNothing() {
        List<Response> responses =
                List.of(response(Persona.VIP_CHAMPIONS, 0, 0.1, 1), response(Persona.AT_RISK, 1000, 0, 3));
        Assumptions assumptions = new Assumptions(91, new Assumption(0.3, ""), responses);
        BudgetPlan plan = OptimisedSplit.split(Money.of(100), assumptions);
        assertThat(plan.allocations()).extracting(a -> a.amount().toString()).containsExactly("25.00", "75.00");
        assertThat(plan.notes()).singleElement().asString().contains("the split means nothing");
        assertThat(OptimisedSplit.splitWithin(Money.of(100), assumptions, PLAYBOOK)
                        .notes())
                .last()
                .asString()
                .contains("the split means nothing");
    }

    @Test
    void withinTheRangesEveryPersonaKeepsItsBounds() {
        List<Response> responses = List.of(
                response(Persona.VIP_CHAMPIONS, 1e9, 0.5, 1000),
                response(Persona.POTENTIAL_LOYALISTS, 10, 0.01, 1),
                response(Persona.AVERAGE_CUSTOMERS, 10, 0.01, 1),
                response(Persona.AT_RISK, 10, 0.01, 1),
                response(Persona.LOST_HIBERNATING, 0, 0, 1));
        BudgetPlan plan = OptimisedSplit.splitWithin(
                Money.of(10_000), new Assumptions(91, new Assumption(0.3, ""), responses), PLAYBOOK);
        assertThat(plan.allocations()).extracting(a -> a.amount().toString()).startsWith("4000.00", "2500.00");
        for (int i = 0; i < 5; i++) {
            Play play = PLAYBOOK.play(plan.allocations().get(i).segment().persona());
            assertThat(plan.allocations().get(i).share()).isBetween(play.budgetFrom() - 1e-9, play.budgetTo() + 1e-9);
        }
    }

    @Test
    void nothingIsSplitIntoNothing() {
        Assumptions assumptions = random(new Random(35), 3);
        assertThat(OptimisedSplit.split(Money.ZERO, assumptions).allocations())
                .extracting(BudgetPlan.Allocation::amount)
                .containsOnly(Money.ZERO);
        assertThat(OptimisedSplit.splitWithin(Money.ZERO, assumptions, PLAYBOOK).allocations())
                .extracting(BudgetPlan.Allocation::amount)
                .containsOnly(Money.ZERO);
    }

    @Test
    void aNegativeBudgetIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> OptimisedSplit.split(Money.of(-5), random(new Random(36), 2)));
    }

    @Test
    void aContactThatCostsNothingIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> response(Persona.AT_RISK, 10, 0.1, 0))
                .withMessageContaining("cost per contact of At Risk (0.0) must be above 0");
    }

    private static void assertAmounts(BudgetPlan plan, long[] expected, int tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(plan.allocations().get(i).amount().cents())
                    .isBetween(expected[i] - tolerance, expected[i] + tolerance);
        }
    }

    static Assumptions random(Random random, int segments) {
        List<Persona> personas = List.of(Persona.values());
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            Segment segment =
                    Example.segment(personas.get(i % personas.size()), 1 + i / 5, 1 + random.nextInt(1500), 1000);
            responses.add(new Response(
                    segment,
                    new Assumption(Math.exp(5 + 7 * random.nextDouble()), ""),
                    new Uplift(0, 0.001 + 0.3 * random.nextDouble(), 1, ""),
                    new Assumption(0.05 + 2 * random.nextDouble(), "")));
        }
        return new Assumptions(91, new Assumption(0.3, ""), responses);
    }

    static Response response(Persona persona, double revenue, double uplift, double contactCost) {
        return new Response(
                Example.segment(persona, 1, 100, revenue),
                new Assumption(revenue, "known"),
                new Uplift(0, uplift, 2 * uplift, "guessed"),
                new Assumption(contactCost, "known"));
    }

    /** Cent by cent to whoever gains most by it: exact for concave returns, and nothing like the algorithm under test. */
    private static long[] centByCent(Assumptions assumptions, long cents, Persona[] personas, Ranges ranges) {
        List<Response> responses = assumptions.responses();
        long[] amounts = new long[responses.size()];
        long[] parts = new long[personas.length];
        int[] part = responses.stream()
                .mapToInt(r -> Arrays.asList(personas).indexOf(r.segment().persona()))
                .toArray();
        long left = cents;
        // first what each persona must have, then the rest where there is room
        for (int p = 0; p < personas.length; p++) {
            int persona = p;
            long least = Math.round(ranges.lower()[p] * cents);
            left -= give(responses, amounts, parts, part, least, i -> part[i] == persona);
        }
        give(responses, amounts, parts, part, left, i -> parts[part[i]] < Math.round(ranges.upper()[part[i]] * cents));
        return amounts;
    }

    private static long give(
            List<Response> responses, long[] amounts, long[] parts, int[] part, long cents, IntPredicate room) {
        record Bid(int response, double gain) {}
        PriorityQueue<Bid> bids = new PriorityQueue<>(Comparator.comparingDouble(bid -> -bid.gain));
        for (int i = 0; i < amounts.length; i++) {
            bids.add(new Bid(i, ofTheNextCent(responses.get(i), amounts[i])));
        }
        long given = 0;
        while (given < cents) {
            int i = bids.remove().response;
            if (room.test(i)) {
                amounts[i]++;
                parts[part[i]]++;
                given++;
                bids.add(new Bid(i, ofTheNextCent(responses.get(i), amounts[i])));
            }
        }
        return given;
    }

    private static double ofTheNextCent(Response response, long cents) {
        // the difference of two added margins, without cancellation
        return response.marginalReturn(1, cents / 100.0) * response.saturation() * response.reached(0.01);
    }
}
