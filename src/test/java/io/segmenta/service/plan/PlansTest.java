package io.segmenta.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.ProfitDifference;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.segment.Persona;
import io.segmenta.service.plan.ExpectedRevenue.HeldOut;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakePlaybooks;
import io.segmenta.testing.FakeRuns;
import io.segmenta.testing.Forecasts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlansTest {
    private static final Money BUDGET = Money.of(10_000);

    private final FakeRuns runs = new FakeRuns().addExample();
    private final FakePlaybooks playbooks = new FakePlaybooks();
    private final Memory memory = new Memory();
    private final PlanService plans =
            new Plans(runs, playbooks, memory, Clock.fixed(Instant.parse("2024-01-01T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void plansFollowThePlaybook() {
        Play vip = FakePlaybooks.play(Persona.VIP_CHAMPIONS);
        playbooks.edit(
                new Play(
                        vip.persona(),
                        vip.strategy(),
                        vip.actions(),
                        vip.discount(),
                        0.9,
                        1,
                        vip.roiClass(),
                        10,
                        vip.priority()),
                1,
                new UserName("ann"));
        BudgetPlan plan = plans.playbookSplit(Example.segments(), BUDGET);
        assertThat(plan.notes()).singleElement().asString().contains("widened");
        assertThat(assumptions().responses().getFirst().uplift().source()).contains("engagement of 10 in 100");
    }

    @Test
    void withoutForecastsThePastIsExpectedAndSaidSo() {
        assertThat(assumptions().horizonDays()).isEqualTo(91);
        assertThat(assumptions().responses().getFirst().expectedRevenue().source())
                .isEqualTo("Revenue of the last 374 days, pro rata. Not a forecast.");
    }

    @Test
    void whatWasNearerOnHeldOutTimeIsExpectedWithBothErrors() {
        Assumptions assumptions = plans.assumptions(Example.recipe(), Forecasts.example(400));
        assertThat(assumptions.responses().getFirst().expectedRevenue().source())
                .matches(
                        "Forecast for the next 91 days, because it was nearer in the test: on held-out time the forecast,"
                                + " not yet adjusted for season, came to \\d+ % of what was then spent, the past pro rata to \\d+ %\\.");
        assertThat(assumptions.responses())
                .allSatisfy(response ->
                        assertThat(response.expectedRevenue().value()).isEqualTo(1000));
    }

    /** On Online Retail the forecast came to 57 % and was used; past spend came to 62 %. */
    @Test
    void nearerIsMeasuredInFactors() {
        assertThat(new HeldOut(0.57, 0.62, false).pastWasNearer()).isTrue();
        assertThat(new HeldOut(0.90, 0.62, false).pastWasNearer()).isFalse();
        assertThat(new HeldOut(1.80, 0.50, false).pastWasNearer()).isFalse();
        assertThat(new HeldOut(2.20, 0.50, false).pastWasNearer()).isTrue();
        assertThat(new HeldOut(0, 0.01, false).pastWasNearer()).isTrue();
        assertThat(new HeldOut(0.57, 0.62, true).inWords("Past"))
                .isEqualTo("Past: on held-out time the forecast, not yet adjusted for season, came to 57 % of what was"
                        + " then spent, the past pro rata to 62 %.");
    }

    /** Its interval is 700 to 1,450 around 1,000. */
    @Test
    void theRevenueIsAsUnsureAsItsForecast() {
        Assumptions assumptions = plans.assumptions(Example.recipe(), Forecasts.example(400));
        assertThat(assumptions.responses())
                .allSatisfy(response ->
                        assertThat(response.expectedRevenue().doubt()).isCloseTo(Math.log(1.45) / 1.645, within(1e-9)));
        assertThat(assumptions().responses())
                .allSatisfy(response ->
                        assertThat(response.expectedRevenue().doubt()).isNull());
    }

    @Test
    void theSameRunSplitAndAssumptionsGiveTheSame() {
        Assumptions assumptions = plans.assumptions(Example.recipe(), Forecasts.example(400));
        RoiScenario playbook =
                plans.scenario(new RunId(1), "a", plans.playbookSplit(Example.segments(), BUDGET), assumptions);
        assertThat(plans.scenario(new RunId(1), "a", plans.playbookSplit(Example.segments(), BUDGET), assumptions))
                .isEqualTo(playbook);
        RoiScenario best =
                plans.scenario(new RunId(1), "b", plans.optimisedSplit(assumptions, BUDGET, false), assumptions);
        ProfitDifference difference = plans.difference(new RunId(1), playbook, best);
        assertThat(difference.expected()).isCloseTo(best.addedMargin() - playbook.addedMargin(), within(1e-6));
        assertThat(plans.difference(new RunId(1), playbook, best)).isEqualTo(difference);
    }

    @Test
    void aScenarioIsKeptUnderANameOfItsOwn() {
        RoiScenario scenario =
                plans.scenario(new RunId(1), "draft", plans.playbookSplit(Example.segments(), BUDGET), assumptions());
        plans.save(new RunId(1), scenario.named(" Spring "), new UserName("ann"));
        assertThat(plans.scenarios(new RunId(1)))
                .extracting(s -> s.scenario().name())
                .containsExactly("Spring");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> plans.save(new RunId(1), scenario.named("Spring"), new UserName("ben")))
                .withMessageContaining("\"Spring\" already");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> plans.save(new RunId(1), scenario.named("  "), new UserName("ben")))
                .withMessageContaining("1 to 200");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> plans.save(new RunId(2), scenario.named("x"), new UserName("ben")))
                .withMessageContaining("Run 2 is not here any more");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        plans.writeScenarios(new RunId(1), file);
        assertThat(file.toString(StandardCharsets.UTF_8).lines()).hasSize(1 + 5 + 1);
        plans.delete(new RunId(1), plans.scenarios(new RunId(1)).getFirst().id());
        assertThat(plans.scenarios(new RunId(1))).isEmpty();
    }

    private Assumptions assumptions() {
        return plans.assumptions(Example.recipe(), Example.result());
    }

    private static final class Memory implements ScenarioRepository {
        private final List<SavedScenario> saved = new ArrayList<>();

        @Override
        public boolean add(RunId run, RoiScenario scenario, Instant at, UserName by) {
            boolean free = saved.stream().noneMatch(s -> s.scenario().name().equals(scenario.name()));
            if (free) {
                saved.add(new SavedScenario(saved.size() + 1, scenario, at, by));
            }
            return free;
        }

        @Override
        public List<SavedScenario> all(RunId run) {
            return List.copyOf(saved);
        }

        @Override
        public void delete(RunId run, long scenario) {
            saved.removeIf(s -> s.id() == scenario);
        }
    }
}
