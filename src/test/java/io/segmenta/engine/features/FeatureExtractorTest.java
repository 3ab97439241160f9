package io.segmenta.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.testing.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureExtractorTest {
    private static final CleaningRules NET =
            new CleaningRules(CleaningRules.defaults().active(), Returns.NET);

    @TempDir
    Path folder;

    @Test
    void oneCustomer() {
        CustomerFeatures customers = extract(
                CleaningRules.defaults(),
                "7|1|A|2011-01-01 23:59:00|4|2.50|X|UK",
                "7|1|B|2011-01-02 00:01:00|1|5|X|UK",
                "7|2|A|2011-03-01|5|1|X|UK");
        assertThat(customers.ids()).containsExactly("7");
        assertThat(customers.snapshot()).isEqualTo(LocalDate.of(2011, 3, 2));
        assertThat(customers.orders()).isEqualTo(2);
        assertThat(customers.revenue()).isEqualTo(20);
        value(customers, Feature.RECENCY, 1);
        value(customers, Feature.FREQUENCY, 2);
        value(customers, Feature.MONETARY, 20);
        value(customers, Feature.AVERAGE_BASKET_SIZE, 5);
        value(customers, Feature.TENURE, 60);
        value(customers, Feature.CLV, 20.0 * 59 / 365);
    }

    @Test
    void aLifespanCountsAtLeastThirtyDays() {
        CustomerFeatures customers = extract(
                CleaningRules.defaults(),
                "7|1|A|2011-01-01|1|365|X|UK",
                "8|2|A|2011-01-01|1|1|X|UK",
                "8|3|A|2011-03-02|1|1|X|UK");
        assertThat(customers.column(Feature.CLV)[0]).isCloseTo((30 + 60) / 2.0, within(1e-12));
    }

    @Test
    void aSnapshotOfTheUser() {
        try (Rows rows = new Rows(folder, "7|1|A|2011-01-01|1|1|X|UK")) {
            rows.clean();
            CustomerFeatures customers =
                    FeatureExtractor.extract(rows.store, LocalDate.of(2011, 2, 1), Progress.SILENT);
            value(customers, Feature.RECENCY, 31);
            assertThatThrownBy(() -> FeatureExtractor.extract(rows.store, LocalDate.of(2011, 1, 1), Progress.SILENT))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("(2011-01-01) must be after the last purchase (2011-01-01)");
        }
    }

    @Test
    void freeLinesAreOrders() {
        CustomerFeatures customers =
                extract(CleaningRules.defaults(), "7|1|A|2011-01-01|3|0|X|UK", "7|2|A|2011-01-01|1|0|X|UK");
        value(customers, Feature.FREQUENCY, 2);
        value(customers, Feature.MONETARY, 0);
        value(customers, Feature.AVERAGE_BASKET_SIZE, 2);
    }

    @Test
    void anInvoiceOfTwoCustomersIsAnOrderOfEach() {
        CustomerFeatures customers =
                extract(CleaningRules.defaults(), "7|1|A|2011-01-01|3|1|X|UK", "8|1|A|2011-01-01|1|1|X|UK");
        assertThat(customers.orders()).isEqualTo(2);
    }

    @Test
    void returnsCostNothingWhereTheyAreExcluded() {
        CustomerFeatures customers =
                extract(CleaningRules.defaults(), "7|1|A|2011-01-01|3|10|X|UK", "7|C2|A|2011-02-01|-1|10|X|UK");
        value(customers, Feature.MONETARY, 30);
        value(customers, Feature.RECENCY, 1);
    }

    @Test
    void netReturnsAreSubtractedAndAreNoOrders() {
        CustomerFeatures customers = extract(
                NET,
                "7|1|A|2011-01-01|3|10|X|UK",
                "7|C2|A|2011-02-01|-1|10|X|UK",
                "8|3|A|2011-01-01|1|10|X|UK",
                "8|C4|A|2011-01-02|-3|10|X|UK",
                "9|C5|A|2011-01-02|-3|10|X|UK");
        assertThat(customers.ids()).containsExactly("7", "8");
        assertThat(customers.column(Feature.MONETARY)).containsExactly(20, 0);
        assertThat(customers.column(Feature.FREQUENCY)).containsExactly(1, 1);
        assertThat(customers.revenue()).isEqualTo(20);
        assertThat(customers.snapshot()).isEqualTo(LocalDate.of(2011, 1, 2));
    }

    @Test
    void idsAreSortedByCodePoint() {
        CustomerFeatures customers = extract(
                CleaningRules.defaults(),
                Stream.of("b", "10", "a", "9", "Ä", "B", "😀", "ﬀ")
                        .map(id -> id + "|1|A|2011-01-01|1|1|X|UK")
                        .toArray(String[]::new));
        assertThat(customers.ids()).containsExactly("10", "9", "B", "a", "b", "Ä", "ﬀ", "😀");
    }

    @Test
    void optionalFeatures() {
        CustomerFeatures customers = extract(
                CleaningRules.defaults(),
                "7|1|A|2011-01-01|3|10|X|UK",
                "7|1|B|2011-01-01|1|10|X|UK",
                "7|2|A|2011-01-21|2|10|X|UK",
                "7|C3|A|2011-01-22|-3|10|X|UK",
                "8|4|A|2011-01-11|1|5|X|UK",
                "9|5|A|2011-01-11|1|0|X|UK",
                "9|C6|A|2011-01-12|-1|5|X|UK");
        assertThat(customers.column(Feature.DISTINCT_PRODUCTS)).containsExactly(2, 1, 1);
        assertThat(customers.column(Feature.AVERAGE_ORDER_VALUE)).containsExactly(30, 5, 0);
        // One order only: the days since it.
        assertThat(customers.column(Feature.MEAN_DAYS_BETWEEN_ORDERS)).containsExactly(20, 11, 11);
        assertThat(customers.column(Feature.RETURNS_SHARE)).containsExactly(0.5, 0, 0);
    }

    @Test
    void whatIsNotAskedForIsNotComputed(@TempDir Path empty) {
        try (Rows rows = new Rows(empty, "7|1|A|2011-01-01|3|10|X|UK")) {
            rows.clean();
            CustomerFeatures customers = FeatureExtractor.extract(rows.store, null, Progress.SILENT);
            assertThat(customers.columns().keySet()).isEqualTo(Feature.basic());
        }
    }

    @Test
    void theLifespanOfAModelReplacesThatOfTheCustomers(@TempDir Path empty) {
        try (Rows rows = new Rows(empty, "7|1|A|2011-01-01|3|10|X|UK")) {
            rows.clean();
            CustomerFeatures customers =
                    FeatureExtractor.extract(rows.store, null, Feature.basic(), 73.0, Progress.SILENT);
            assertThat(customers.column(Feature.CLV)).containsExactly(6);
            assertThat(customers.lifespanDays()).isEqualTo(73);
        }
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        List<String> rows = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 4000; i++) {
            rows.add(random.nextInt(40) + "|" + random.nextInt(900) + "|" + random.nextInt(30) + "|2011-0"
                    + (1 + random.nextInt(9)) + "-11|" + (1 + random.nextInt(20)) + "|0." + random.nextInt(10000)
                    + "|X|UK");
        }
        CustomerFeatures once = extract(CleaningRules.defaults(), rows.toArray(String[]::new));
        Collections.shuffle(rows, random);
        CustomerFeatures again = extract(CleaningRules.defaults(), rows.toArray(String[]::new));
        for (Feature feature : Feature.values()) {
            assertThat(again.column(feature)).as(feature.label()).isEqualTo(once.column(feature));
        }
        assertThat(again.revenue()).isEqualTo(once.revenue());
    }

    @Test
    void doubledRowsChangeNothing() {
        String[] rows = {"7|1|A|2011-01-01|3|10|X|UK", "7|2|A|2011-01-09|3|0.1|X|UK", "8|3|A|2011-01-01|1|0.2|X|UK"};
        CustomerFeatures once = extract(CleaningRules.defaults(), rows);
        CustomerFeatures twice = extract(
                CleaningRules.defaults(),
                Stream.concat(Arrays.stream(rows), Arrays.stream(rows)).toArray(String[]::new));
        for (Feature feature : Feature.values()) {
            assertThat(twice.column(feature)).isEqualTo(once.column(feature));
        }
    }

    @Test
    void pricesInCentsMakeMoneyAHundredTimesAsMuch() {
        CustomerFeatures pounds = extract(CleaningRules.defaults(), "7|1|A|2011-01-01|3|10.11|X|UK");
        CustomerFeatures pence = extract(CleaningRules.defaults(), "7|1|A|2011-01-01|3|1011|X|UK");
        assertThat(pence.column(Feature.MONETARY)[0]).isEqualTo(100 * pounds.column(Feature.MONETARY)[0]);
        assertThat(pence.column(Feature.RECENCY)).isEqualTo(pounds.column(Feature.RECENCY));
    }

    @Test
    void anEarlierDayKnowsWhatAFileOfThatDayKnew() {
        List<String> rows = new ArrayList<>();
        Random random = new Random(6);
        for (int i = 0; i < 3000; i++) {
            boolean back = random.nextInt(10) == 0;
            String day = String.format("2011-%02d-%02d", 1 + random.nextInt(9), 1 + random.nextInt(28));
            rows.add(random.nextInt(60) + "|" + (back ? "C" : "") + i + "|" + random.nextInt(30) + "|" + day + "|"
                    + (back ? "-" : "") + (1 + random.nextInt(20)) + "|0." + random.nextInt(10000) + "|X|UK");
        }
        rows.add("61|last|A|2011-06-15|1|1|X|UK");
        CustomerFeatures file = extract(
                NET,
                rows.stream()
                        .filter(row -> row.split("\\|")[3].compareTo("2011-06-15") <= 0)
                        .toArray(String[]::new));
        try (Rows all = new Rows(folder.resolve("all"), rows.toArray(String[]::new))) {
            all.clean(NET);
            CustomerFeatures then = FeatureExtractor.asOf(
                    all.store, LocalDate.of(2011, 6, 15), EnumSet.allOf(Feature.class), Progress.SILENT);
            assertThat(then.ids()).isEqualTo(file.ids());
            assertThat(then.snapshot()).isEqualTo(file.snapshot());
            assertThat(then.orders()).isEqualTo(file.orders());
            for (Feature feature : Feature.values()) {
                assertThat(then.column(feature)).as(feature.label()).isEqualTo(file.column(feature));
            }
            CustomerFeatures some = then.pick(new int[] {0, 5});
            assertThat(some.ids()).containsExactly(then.ids().get(0), then.ids().get(5));
            assertThat(some.orders())
                    .isEqualTo((long) (then.column(Feature.FREQUENCY)[0] + then.column(Feature.FREQUENCY)[5]));
            assertThatThrownBy(() -> FeatureExtractor.asOf(
                            all.store, LocalDate.of(2010, 12, 31), Feature.basic(), Progress.SILENT))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("Nobody had bought anything by 2010-12-31");
        }
    }

    @Test
    void whatGoesBackAfterTheLastPurchaseCounts() {
        CustomerFeatures customers = extract(NET, "7|1|A|2011-01-01|3|10|X|UK", "7|C2|A|2011-02-01|-1|10|X|UK");
        value(customers, Feature.MONETARY, 20);
    }

    private CustomerFeatures extract(CleaningRules rules, String... cells) {
        try {
            Path fresh = Files.createTempDirectory(folder, "rows");
            try (Rows rows = new Rows(fresh, cells)) {
                rows.clean(rules);
                return FeatureExtractor.extract(rows.store, null, EnumSet.allOf(Feature.class), null, Progress.SILENT);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void value(CustomerFeatures customers, Feature feature, double expected) {
        assertThat(customers.column(feature)[0]).as(feature.label()).isCloseTo(expected, within(1e-12));
    }
}
