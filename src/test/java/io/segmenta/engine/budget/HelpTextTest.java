package io.segmenta.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.budget.BudgetPlan.Allocation;
import io.segmenta.engine.playbook.DefaultPlaybook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures of the user help are the engine's, to the last place that is printed. */
class HelpTextTest {
    private static String text = "";

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(Path.of("src/docs/help/return-on-marketing.md"));
    }

    @Test
    void theExamplesAreThoseThatAreCalculatedByHand() {
        assertResponse("Example 1", RoiScenarioTest.VIP, 500);
        assertResponse("Example 2", RoiScenarioTest.LOST, 650);
    }

    @Test
    void aCampaignThatPays() {
        assertFigures("Example 1", scenario(List.of(RoiScenarioTest.VIP), List.of(500L)));
        assertThat(value("Example 1", "part of the uplift reached"))
                .isCloseTo(100 * RoiScenarioTest.VIP.reached(500), within(0.05));
    }

    @Test
    void aCampaignThatDoesNot() {
        RoiScenario scenario = scenario(List.of(RoiScenarioTest.LOST), List.of(650L));
        assertFigures("Example 2", scenario);
        assertThat(value("Example 2", "part of the uplift reached"))
                .isCloseTo(100 * RoiScenarioTest.LOST.reached(650), within(0.05));
    }

    @Test
    void bothTogether() {
        assertThat(section("Example 3")).contains("Spending 1,150 on the two segments at once.");
        assertFigures("Example 3", scenario(List.of(RoiScenarioTest.VIP, RoiScenarioTest.LOST), List.of(500L, 650L)));
    }

    @Test
    void theBudgetThatPays() {
        List<Response> both = List.of(RoiScenarioTest.VIP, RoiScenarioTest.LOST);
        assertThat(value("Example 4", "the budget that pays"))
                .isEqualTo(
                        WorthwhileBudget.of(RoiScenarioTest.assumptions(both)).amount());
        assertThat(value("Example 4", "what the first unit brings in example 1"))
                .isCloseTo(RoiScenarioTest.VIP.marginalReturn(0.3, 0), within(0.005));
        assertThat(value("Example 4", "what the first unit brings in example 2"))
                .isCloseTo(RoiScenarioTest.LOST.marginalReturn(0.3, 0), within(0.005));
        assertThat(section("Example 4")).contains("| what pays there | 100 × 2 × ln(7.50) | 402.98 |");
    }

    @Test
    void theSimulationIsTheOneThatIsDescribed() {
        assertThat(text).contains(String.format(Locale.ROOT, "(correlation %.1f)", RoiSimulation.SHARED_DOUBT));
        assertThat(text).contains(String.format(Locale.ROOT, "%,d simulations draw", RoiSimulation.DRAWS));
    }

    @Test
    void thePlaybookSplitIsThatOfTheShippedPlaybook() {
        List<Allocation> parts = PlaybookSplit.split(
                        Money.of(100), Example.each(Example.originals()), DefaultPlaybook.load())
                .allocations();
        for (Allocation part : parts) {
            assertThat(value("The two splits", part.segment().persona().label()))
                    .isCloseTo(100 * part.share(), within(1e-9));
        }
    }

    @Test
    void theReachOfMoneyIsThatOfTheFormula() {
        double kappa = RoiScenarioTest.VIP.saturation();
        assertThat(text).contains("contact* in a segment, 63 % of the uplift is reached; with twice as much 86 %");
        assertThat(RoiScenarioTest.VIP.reached(kappa)).isCloseTo(0.63, within(0.005));
        assertThat(RoiScenarioTest.VIP.reached(2 * kappa)).isCloseTo(0.86, within(0.005));
    }

    private static void assertResponse(String example, Response response, double spend) {
        assertThat(value(example, "customers")).isEqualTo(response.segment().customers());
        assertThat(value(example, "expected revenue"))
                .isEqualTo(response.expectedRevenue().value());
        assertThat(value(example, "uplift")).isEqualTo(100 * response.uplift().likely());
        assertThat(value(example, "cost per contact"))
                .isEqualTo(response.contactCost().value());
        assertThat(value(example, "spend")).isEqualTo(spend);
    }

    private static void assertFigures(String example, RoiScenario scenario) {
        assertThat(value(example, "added margin")).isCloseTo(scenario.addedMargin(), within(0.005));
        assertThat(value(example, "return")).isCloseTo(100 * scenario.roi(), within(0.05));
        assertThat(value(example, "uplift to break even")).isCloseTo(100 * scenario.breakEvenUplift(), within(0.005));
        if (Double.isInfinite(scenario.paybackDays())) {
            assertThat(cells(example).get("earned back after")).isEqualTo("never");
        } else {
            assertThat(value(example, "earned back after")).isCloseTo(scenario.paybackDays(), within(0.005));
        }
    }

    private static RoiScenario scenario(List<Response> responses, List<Long> spends) {
        assertThat(text).contains("All with a margin of 30 % and a horizon of 91 days.");
        long total = spends.stream().mapToLong(Long::longValue).sum();
        List<Allocation> parts = new ArrayList<>();
        for (int i = 0; i < responses.size(); i++) {
            parts.add(new Allocation(
                    responses.get(i).segment(), (double) spends.get(i) / total, Money.of((double) spends.get(i))));
        }
        return RoiScenario.of(
                "x",
                new BudgetPlan(Money.of((double) total), parts, List.of()),
                new Assumptions(91, new Assumption(0.3, "known"), responses),
                new Seed(1));
    }

    /** The number in the last cell of the row that begins with these words. */
    private static double value(String section, String row) {
        String cell = cells(section).get(row);
        assertThat(cell).as("the row \"%s\" of \"%s\"", row, section).isNotNull();
        return Double.parseDouble(String.valueOf(cell).replace("−", "-").replaceAll("[^-0-9.]", ""));
    }

    private static Map<String, String> cells(String section) {
        Map<String, String> cells = new LinkedHashMap<>();
        section(section).lines().filter(line -> line.startsWith("|")).forEach(line -> {
            String[] row = line.substring(1).split("\\|");
            cells.put(row[0].strip(), row[row.length - 1].strip());
        });
        return cells;
    }

    private static String section(String heading) {
        for (String section : text.split("\n##+ ")) {
            if (section.startsWith(heading)) {
                return section;
            }
        }
        throw new AssertionError("The help has no section \"" + heading + "\".");
    }
}
