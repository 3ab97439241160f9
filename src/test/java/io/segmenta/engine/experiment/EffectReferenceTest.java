package io.segmenta.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.experiment.UpliftReport.Outcome;
import io.segmenta.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The e-mail test of Hillstrom (2008), 64,000 customers in three arms; its figures are those of public notebooks. */
class EffectReferenceTest {
    private record Arm(List<double[]> rows) {
        /** @param column 0: spent before, 1: visited, 2: spent */
        Spends spends(int column) {
            return new Spends(
                    rows.stream().mapToDouble(row -> row[column]).toArray(),
                    rows.stream().mapToDouble(row -> row[0]).toArray());
        }
    }

    /** Slopes of spend on the arm beside history by numpy.linalg.lstsq. */
    private static final double MEN_ADJUSTED = 0.767449619313106;

    private static final double WOMEN_ADJUSTED = 0.4227054027843833;

    private static final Map<String, Arm> ARMS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        List<String> lines = Files.readAllLines(Shared.path("data/clv/hillstrom.csv"));
        List<String> header = List.of(lines.getFirst().split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.replaceAll("\"[^\"]*\"", "").split(",");
            ARMS.computeIfAbsent(cells[header.indexOf("segment")], name -> new Arm(new ArrayList<>()))
                    .rows
                    .add(new double[] {
                        Double.parseDouble(cells[header.indexOf("history")]),
                        Double.parseDouble(cells[header.indexOf("visit")]),
                        Double.parseDouble(cells[header.indexOf("spend")])
                    });
        }
    }

    private static Arm arm(String name) {
        return Objects.requireNonNull(ARMS.get(name));
    }

    private static MeasuredUplift against(String arm, int column, SpendCaps caps) {
        return UpliftReport.of(
                        List.of(new Outcome(
                                arm, arm(arm).spends(column), arm("No E-Mail").spends(column))),
                        caps)
                .overall();
    }

    @Test
    void spendPerHead() {
        MeasuredUplift men = against("Mens E-Mail", 2, SpendCaps.NONE);
        assertThat(men.raw().difference()).isCloseTo(0.770, within(0.002));
        assertThat(men.raw().error()).isCloseTo(0.145, within(0.002));
        // the past explains .04 % of the variance there; men's arm had spent a little more before
        assertThat(men.effect().difference()).isCloseTo(MEN_ADJUSTED, within(0.00001));
        assertThat(men.effect().error()).isCloseTo(0.145, within(0.002));
        assertThat(men.saved()).isBetween(1.0, 1.001);
        assertThat(men.shown()).isTrue();
        MeasuredUplift women = against("Womens E-Mail", 2, SpendCaps.NONE);
        assertThat(women.raw().difference()).isCloseTo(0.424, within(0.002));
        assertThat(women.raw().error()).isCloseTo(0.130, within(0.002));
        assertThat(women.effect().difference()).isCloseTo(WOMEN_ADJUSTED, within(0.00001));
    }

    @Test
    void visitsAndPurchases() {
        Estimate visits = against("Mens E-Mail", 1, SpendCaps.NONE).bought();
        assertThat(100 * visits.difference()).isCloseTo(7.659, within(0.005));
        assertThat(100 * visits.error()).isCloseTo(0.339, within(0.002));
        assertThat(100 * against("Womens E-Mail", 1, SpendCaps.NONE).bought().difference())
                .isCloseTo(4.523, within(0.005));
        Estimate purchases = against("Mens E-Mail", 2, SpendCaps.NONE).bought();
        assertThat(100 * purchases.difference()).isCloseTo(0.681, within(0.005));
        assertThat(100 * purchases.error()).isCloseTo(0.092, within(0.002));
    }

    /** Nine in a thousand bought: the cap is that of one in twenty of these, and the effect still shows. */
    @Test
    void aCapDoesNotEatAnEffectOnFewBuyers() {
        Spends treated = arm("Mens E-Mail").spends(2);
        SpendCaps caps = SpendCaps.of(treated.since(), treated.before());
        assertThat(caps.since()).isBetween(200.0, 499.0);
        MeasuredUplift capped = against("Mens E-Mail", 2, caps);
        assertThat(capped.shown()).isTrue();
        assertThat(capped.effect().difference()).isBetween(0.6, 0.77);
    }
}
