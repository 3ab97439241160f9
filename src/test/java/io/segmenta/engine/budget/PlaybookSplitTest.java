package io.segmenta.engine.budget;

import static io.segmenta.engine.segment.Persona.AT_RISK;
import static io.segmenta.engine.segment.Persona.AVERAGE_CUSTOMERS;
import static io.segmenta.engine.segment.Persona.LOST_HIBERNATING;
import static io.segmenta.engine.segment.Persona.POTENTIAL_LOYALISTS;
import static io.segmenta.engine.segment.Persona.VIP_CHAMPIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.budget.BudgetPlan.Allocation;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybookSplitTest {
    private static final Money TEN_THOUSAND = Money.of(10_000);
    private static final Playbook PLAYBOOK = DefaultPlaybook.load();

    @Test
    void fivePersonasGetTheMiddlesOfTheirRangesLessOnePoint() {
        BudgetPlan plan = PlaybookSplit.split(TEN_THOUSAND, Example.each(Example.originals()), PLAYBOOK);
        assertThat(amounts(plan)).containsExactly("3400.00", "2650.00", "2150.00", "1150.00", "650.00");
        assertThat(plan.allocations().getFirst().share()).isCloseTo(0.34, within(1e-12));
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void theOrderOfSegmentsIsKept() {
        BudgetPlan plan = PlaybookSplit.split(
                TEN_THOUSAND, Example.each(Example.originals()).reversed(), PLAYBOOK);
        assertThat(amounts(plan)).containsExactly("650.00", "1150.00", "2150.00", "2650.00", "3400.00");
    }

    @Test
    void whereAtRiskIsMissingTheOthersStayWithinTheirRanges() {
        BudgetPlan plan = PlaybookSplit.split(
                TEN_THOUSAND,
                Example.each(VIP_CHAMPIONS, POTENTIAL_LOYALISTS, AVERAGE_CUSTOMERS, LOST_HIBERNATING),
                PLAYBOOK);
        assertThat(amounts(plan)).containsExactly("3687.50", "2937.50", "2437.50", "937.50");
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void whereTheRangesCannotReachTheWholeAllAreWidenedByOneFactor() {
        BudgetPlan plan = PlaybookSplit.split(
                TEN_THOUSAND,
                Example.each(POTENTIAL_LOYALISTS, AVERAGE_CUSTOMERS, AT_RISK, LOST_HIBERNATING),
                PLAYBOOK);
        // the upper bounds 30, 25, 15 and 10 in proportion
        assertThat(amounts(plan)).containsExactly("3750.00", "3125.00", "1875.00", "1250.00");
        assertThat(plan.notes())
                .containsExactly(
                        "The playbook's ranges cannot add up to 100 %, so all bounds were widened by a factor of 1.25:"
                                + " Potential Loyalists 20–37.5 %, Average Customers 16–31.3 %, At Risk 8–18.8 %,"
                                + " Lost/Hibernating 4–12.5 %.");
    }

    @Test
    void oneSegmentGetsEverything() {
        BudgetPlan plan = PlaybookSplit.split(TEN_THOUSAND, Example.each(LOST_HIBERNATING), PLAYBOOK);
        assertThat(amounts(plan)).containsExactly("10000.00");
    }

    @Test
    void rangesThatAskForTooMuchAreWidenedDownwards() {
        Playbook greedy = with(AT_RISK, 0.5, 0.6);
        BudgetPlan plan = PlaybookSplit.split(TEN_THOUSAND, Example.each(Example.originals()), greedy);
        // the lower bounds 30, 25, 20, 50 and 5 in proportion
        assertThat(amounts(plan)).containsExactly("2307.69", "1923.08", "1538.46", "3846.15", "384.62");
        assertThat(plan.notes()).singleElement().asString().contains("factor of 1.30");
    }

    @Test
    void aRangeOfNothingCannotBeWidenedSoAllGetTheSame() {
        Playbook stingy = with(AT_RISK, 0, 0);
        BudgetPlan plan = PlaybookSplit.split(TEN_THOUSAND, List.of(of(AT_RISK, 1, 5), of(AT_RISK, 2, 5)), stingy);
        assertThat(amounts(plan)).containsExactly("5000.00", "5000.00");
        assertThat(plan.notes()).last().asString().startsWith("The playbook gives nothing to any of these segments");
    }

    @Test
    void segmentsOfOnePersonaShareByRevenue() {
        BudgetPlan plan = PlaybookSplit.split(
                TEN_THOUSAND,
                List.of(of(VIP_CHAMPIONS, 1, 3000), of(VIP_CHAMPIONS, 2, 1000), of(LOST_HIBERNATING, 1, 10)),
                PLAYBOOK);
        assertThat(plan.allocations().get(0).share())
                .isCloseTo(3 * plan.allocations().get(1).share(), within(1e-12));
    }

    @Test
    void segmentsOfOnePersonaWithoutRevenueShareByCustomers() {
        BudgetPlan plan = PlaybookSplit.split(
                TEN_THOUSAND,
                List.of(Example.segment(AT_RISK, 1, 300, 0), Example.segment(AT_RISK, 2, 100, 0)),
                PLAYBOOK);
        assertThat(amounts(plan)).containsExactly("7500.00", "2500.00");
    }

    @Test
    void aBudgetOfNothingIsSplitIntoNothing() {
        BudgetPlan plan = PlaybookSplit.split(Money.ZERO, Example.each(Example.originals()), PLAYBOOK);
        assertThat(plan.allocations()).extracting(Allocation::amount).containsOnly(Money.ZERO);
    }

    @Test
    void aNegativeBudgetIsRefused() {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> PlaybookSplit.split(Money.of(-1), Example.each(AT_RISK), PLAYBOOK))
                .withMessage("The budget (-1.00) must not be negative. Enter what you can spend, or 0.");
    }

    @Test
    void withoutSegmentsThereIsNothingToSplit() {
        assertThatIllegalArgumentException().isThrownBy(() -> PlaybookSplit.split(TEN_THOUSAND, List.of(), PLAYBOOK));
    }

    private static List<String> amounts(BudgetPlan plan) {
        return plan.allocations().stream().map(a -> a.amount().toString()).toList();
    }

    private static Segment of(Persona persona, int ordinal, double revenue) {
        return Example.segment(persona, ordinal, 100, revenue);
    }

    private static Playbook with(Persona persona, double from, double to) {
        List<Play> plays = new ArrayList<>(PLAYBOOK.plays());
        plays.replaceAll(play -> play.persona() != persona
                ? play
                : new Play(
                        persona,
                        play.strategy(),
                        play.actions(),
                        play.discount(),
                        from,
                        to,
                        play.roiClass(),
                        play.engagement(),
                        play.priority()));
        return new Playbook(plays);
    }
}
