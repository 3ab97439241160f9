package io.segmenta.service.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.testing.Shared;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All models on all public data, against figures computed elsewhere and those that are published. */
class HeldOutTablesTest {
    private static Race race = new Race(List.of(), List.of());
    private static List<RaceLine> lines = List.of();

    @BeforeAll
    static void run() {
        race = Race.run(List.of(Shared.path("data"), Shared.path("data/clv")), words -> {});
        lines = race.lines();
    }

    private static double ours(String dataset, String split, String model, String metric) {
        return lines.stream()
                .filter(line -> line.dataset().equals(dataset)
                        && line.split().startsWith(split)
                        && line.model().equals(model)
                        && line.metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .ours();
    }

    /** Computed with numpy and scipy, to the digits that stand here. */
    @ParameterizedTest
    @CsvSource({
        "'CDNOW, a tenth of the customers', 39, BG/NBD, .7855, 1.6080, -.121, .7569, .1612, .5056, -9582.43",
        "'CDNOW, a tenth of the customers', 39, MBG/NBD, .7648, 1.6072, -.162, .7601, .1614, .5053, -9582.14",
        "'CDNOW, a tenth of the customers', 39, Pareto/NBD, .7545, 1.6028, -.115, .7712, .1619, .5084, -9594.98",
        "CDNOW, 39, BG/NBD, .8187, -, -, .7466, -, .5123, -95368.4439",
        "CDNOW, 39, MBG/NBD, .7945, -, -, .7547, -, .5149, -",
        "CDNOW, 39, Pareto/NBD, .7938, -, -, .7627, -, .5172, -",
        "CDNOW, 1997, BG/NBD, .5420, -, -, .7882, .1311, .4244, -",
        "CDNOW, 1997, MBG/NBD, .5291, -, -, .7931, .1309, .4227, -",
        "CDNOW, 1997, Pareto/NBD, .5336, -, -, .7998, .1305, .4208, -",
        "Online grocery, 52, BG/NBD, 1.5774, -, .179, .8591, .1252, -, -15836.57",
        "Online grocery, 52, MBG/NBD, 1.5130, -, .188, .8689, .1130, -, -15781.94",
        "Online grocery, 52, Pareto/NBD, 1.508, -, -, .8683, .1130, -, -15782.39",
        "Apparel, 2005, BG/NBD, .6858, -, .136, .8100, .1553, -, -",
        "Apparel, 2005, MBG/NBD, .6578, -, .121, .8134, .1521, -, -",
        "Apparel, 2005, Pareto/NBD, .6590, -, .129, .8123, .1524, -, -5848.0978",
        "Online Retail, 40, BG/NBD, .940, -, -.245, .7330, .2171, .6211, -22887.0321"
    })
    void theTablesAreReproduced(
            String dataset,
            String split,
            String model,
            String mae,
            String rmse,
            String bias,
            String auc,
            String brier,
            String logLoss,
            String logLikelihood) {
        List<String> metrics = List.of("mae", "rmse", "bias", "auc", "brier", "logLoss", "logLikelihood");
        List<String> values = List.of(mae, rmse, bias, auc, brier, logLoss, logLikelihood);
        for (int i = 0; i < values.size(); i++) {
            reproduced(values.get(i), ours(dataset, split, model, metrics.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CDNOW, 39, Pareto/NBD, .719, .449, .524",
        "CDNOW, 1997, Pareto/NBD, .754, .449, .568",
        "Apparel, 2005, MBG/NBD, .677, .520, .342",
        "Online Retail, 40, BG/NBD, -, .522, .522",
    })
    void ordersByRevenueAreReproduced(
            String dataset, String split, String model, String gini, String spearman, String topTenth) {
        reproduced(gini, ours(dataset, split, model, "gini"));
        reproduced(spearman, ours(dataset, split, model, "spearman"));
        reproduced(topTenth, ours(dataset, split, model, "topTenth"));
    }

    @ParameterizedTest
    @CsvSource({
        "CDNOW, 39, .696, .395, .498, .763",
        "CDNOW, 1997, -, -, -, .821",
        "Apparel, 2005, .576, .410, .280, .671",
        "Online Retail, 40, .639, .523, .524, .689",
    })
    void ordersByPastSpendAreReproduced(
            String dataset, String split, String gini, String spearman, String topTenth, String hindsight) {
        Heat heat = race.heats().stream()
                .filter(h -> h.split().log().label().equals(dataset)
                        && h.split().label().startsWith(split))
                .findFirst()
                .orElseThrow();
        reproduced(gini, heat.pastSpend().gini());
        reproduced(spearman, heat.pastSpend().spearman());
        reproduced(topTenth, heat.pastSpend().topTenth());
        reproduced(hindsight, heat.hindsight().topTenth());
        assertThat(heat.hindsight().gini()).isEqualTo(1);
    }

    /** To half of the last digit that stands there; a dash is no figure. */
    private static void reproduced(String expected, double ours) {
        if (!expected.equals("-")) {
            double half = 0.51 * Math.pow(10, expected.indexOf('.') + 1 - expected.length());
            assertThat(ours).isCloseTo(Double.parseDouble(expected), within(half));
        }
    }

    /** Errors no larger and orders no worse than published; likelihoods and parameters the same. */
    @Test
    void noPublishedFigureIsBetter() {
        assertThat(lines).filteredOn(line -> line.published() != null).hasSize(PublishedFigure.ALL.size());
        for (RaceLine line : lines) {
            Double published = line.published();
            if (published != null) {
                switch (line.metric()) {
                    case "mae", "logLoss" ->
                        assertThat(line.ours()).as("%s", line).isLessThan(published + 0.0005);
                    case "auc" -> assertThat(line.ours()).as("%s", line).isGreaterThan(published - 0.00005);
                    case "k" -> assertThat(line.ours()).as("%s", line).isEqualTo(published);
                    case "logLikelihood" ->
                        assertThat(line.ours()).as("%s", line).isCloseTo(published, within(0.3));
                    case "predicted" ->
                        assertThat(Math.abs(line.ours() - 3389))
                                .as("%s", line)
                                .isLessThan(Math.abs(published - 3389) + 1);
                    default -> assertThat(line.ours()).as("%s", line).isCloseTo(published, within(2e-3 * published));
                }
            }
        }
    }

    @Test
    void aRhythmHelpsWhereThereIsOne() {
        assertThat(ours("Online grocery", "52", "MBG/CNBD-k", "mae")).isLessThanOrEqualTo(1.431);
        assertThat(ours("Online grocery", "52", "MBG/CNBD-k", "logLikelihood")).isCloseTo(-14978, within(1.0));
        assertThat(ours("CDNOW", "1997", "MBG/CNBD-k", "k")).isEqualTo(1);
        assertThat(ours("CDNOW", "1997", "MBG/CNBD-k", "logLikelihood"))
                .isEqualTo(ours("CDNOW", "1997", "MBG/NBD", "logLikelihood"));
    }

    @Test
    void thePageOfTheDocumentationIsThisOne() throws IOException {
        assertThat(race.missing()).isEmpty();
        StringWriter page = new StringWriter();
        RacePage.write(race, page);
        assertThat(page.toString()).isEqualTo(Files.readString(Path.of("src/docs/race.md")));
    }
}
