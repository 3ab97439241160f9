package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.QualityReport.GivenBack;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.testing.Cases;
import io.segmenta.testing.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Returns of which the dataset holds the purchase. */
class GivenBackTest {
    private static final CleaningRules MATCHED =
            new CleaningRules(CleaningRules.defaults().active(), Returns.MATCHED);

    @TempDir
    Path folder;

    @Test
    void anOrderGivenBackWholeIsWorthNothingAndStaysAnOrder() {
        try (Rows rows = new Rows(
                folder,
                "1|1|A|2010-12-01 10:00|10|10|X|UK",
                "1|1|B|2010-12-01 10:00|2|5|X|UK",
                "1|C1|A|2010-12-01 10:12|-10|10|X|UK",
                "1|C1|B|2010-12-03 10:12|-2|5|X|UK",
                "2|2|A|2010-12-01|1|7|X|UK")) {
            QualityReport report = rows.clean(MATCHED);
            assertThat(report.givenBack()).isEqualTo(new GivenBack(2, 1, 110));
            assertThat(report.revenue()).isEqualTo(7);
            assertThat(report.sales()).isEqualTo(117);
            assertThat(report.orders()).isEqualTo(2);
            assertThat(rows.assess(MATCHED)).isEqualTo(report);
            CustomerFeatures features = FeatureExtractor.extract(rows.store, null, Progress.SILENT);
            assertThat(features.column(Feature.MONETARY)).containsExactly(0, 7);
            assertThat(features.column(Feature.FREQUENCY)).containsExactly(1, 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "part of the pieces; 1|C1|A|2010-12-02|-3|10|X|UK",
                "more pieces; 1|C1|A|2010-12-02|-11|10|X|UK",
                "another customer; 2|C1|A|2010-12-02|-10|10|X|UK",
                "another price; 1|C1|A|2010-12-02|-10|11|X|UK",
                "another product; 1|C1|B|2010-12-02|-10|10|X|UK",
                "before the purchase; 1|C1|A|2010-11-30|-10|10|X|UK"
            })
    void whatTheDatasetDoesNotHoldIsNotTakenOff(String why, String row) {
        try (Rows rows = new Rows(folder, "1|1|A|2010-12-01|10|10|X|UK", row)) {
            QualityReport report = rows.clean(MATCHED);
            assertThat(report.givenBack()).as(why).isEqualTo(new GivenBack(0, 0, 0));
            assertThat(report.revenue()).isEqualTo(100);
            assertThat(report.dropped().get(DropReason.RETURN))
                    .isNotNull()
                    .extracting("rows")
                    .isEqualTo(1L);
        }
    }

    @Test
    void oneLineOfTwoIsTakenOffAloneAndTheOrderIsNotWhole() {
        try (Rows rows = new Rows(
                folder, "1|1|A|2010-12-01|10|10|X|UK", "1|1|B|2010-12-01|2|5|X|UK", "1|C1|B|2010-12-03|-2|5|X|UK")) {
            QualityReport report = rows.clean(MATCHED);
            assertThat(report.givenBack()).isEqualTo(new GivenBack(1, 0, 10));
            assertThat(report.revenue()).isEqualTo(100);
        }
    }

    @Test
    void aPurchaseIsGivenBackOnce() {
        try (Rows rows = new Rows(
                folder,
                "1|1|A|2010-12-01|10|10|X|UK",
                "1|C1|A|2010-12-02|-10|10|X|UK",
                "1|C2|A|2010-12-03|-10|10|X|UK",
                "1|3|A|2010-12-04|10|10|X|UK")) {
            QualityReport report = rows.clean(MATCHED);
            assertThat(report.givenBack()).isEqualTo(new GivenBack(1, 1, 100));
            assertThat(report.revenue()).isEqualTo(100);
        }
    }

    @Test
    void ofTwoEqualPurchasesTheLatestBeforeTheReturnIsMeant() {
        try (Rows rows = new Rows(
                folder,
                "1|1|A|2010-12-01|10|10|X|UK",
                "1|2|A|2010-12-05|10|10|X|UK",
                "1|C1|A|2010-12-06|-10|10|X|UK",
                "1|3|A|2010-12-07|10|10|X|UK")) {
            assertThat(rows.clean(MATCHED).givenBack()).isEqualTo(new GivenBack(1, 1, 100));
            assertThat(rows.ask("SELECT first_day, bought, netted FROM refund", 3))
                    .containsExactly("2010-12-06|2010-12-05|100.000000000");
        }
    }

    /** Walked through with a stack for each thing that can be bought. */
    @Test
    void agreesWithOneReturnAfterTheOther(@TempDir Path many) {
        Cases.check(40, drawn -> {
            List<String> lines = new ArrayList<>();
            Map<String, Deque<Integer>> open = new HashMap<>();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String thing = drawn.between(1, 3) + "|" + drawn.one("A", "B");
                int pieces = drawn.between(1, 2);
                boolean back = drawn.between(0, 2) == 0;
                String day = "2010-12-01 10:%02d".formatted(i);
                String[] parts = thing.split("\\|");
                lines.add(parts[0] + "|" + (back ? "C" : "") + i + "|" + parts[1] + "|" + day + "|" + (back ? "-" : "")
                        + pieces + "|5|X|UK");
                Deque<Integer> sold = open.computeIfAbsent(thing + "|" + pieces, same -> new ArrayDeque<>());
                if (!back) {
                    sold.push(i);
                } else if (!sold.isEmpty()) {
                    expected.add((i + 1) + "|" + sold.pop());
                }
            }
            lines.add("9|last|A|2010-12-02|1|5|X|UK");
            Path own = Files.createTempDirectory(many, "case");
            try (Rows rows = new Rows(own, lines.toArray(String[]::new))) {
                rows.clean(MATCHED);
                assertThat(rows.ask("SELECT row_number, bought_invoice FROM given_back", 2))
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        });
    }
}
