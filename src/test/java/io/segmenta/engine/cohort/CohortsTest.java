package io.segmenta.engine.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.testing.Rows;
import io.segmenta.testing.Shared;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortsTest {
    private static final CleaningRules NET =
            new CleaningRules(CleaningRules.defaults().active(), Returns.NET);

    private static final LocalDate END = LocalDate.of(2011, 3, 10);

    private static final String[] THREE = {
        "7|1|A|2011-01-05|1|10|Ant|UK",
        "7|2|B|2011-03-02|2|10|Bee|UK",
        "8|3|A|2011-01-31|1|5|Ant|France",
        "8|4|B|2011-02-01|1|5|Bee|France",
        "9|5|B|2011-03-10|1|7|Bee|UK"
    };

    @TempDir
    Path folder;

    private CohortReport of(LocalDate end, CleaningRules rules, String... cells) {
        try (Rows rows = new Rows(folder, cells)) {
            rows.clean(rules);
            return Cohorts.of(rows.store, end);
        }
    }

    private static List<Cohort> all(CohortReport report) {
        return report.tables().getFirst().cohorts();
    }

    @Test
    void whereNobodyCameForYearsTheLastThatCameAreShown() {
        CohortReport report = of(
                LocalDate.of(2011, 3, 10),
                CleaningRules.defaults(),
                "7|1|A|2005-01-05|1|10|Ant|UK",
                "8|2|A|2006-02-05|1|5|Ant|UK",
                "7|3|B|2011-03-02|2|10|Bee|UK");
        assertThat(all(report))
                .extracting(Cohort::month)
                .containsExactly(LocalDate.of(2005, 1, 1), LocalDate.of(2006, 2, 1));
        assertThat(all(report).getFirst().revenue().getLast()).isEqualTo(20.0);
        assertThat(report.earlier()).isZero();
    }

    @Test
    void byHand() {
        CohortReport report = of(END, CleaningRules.defaults(), THREE);
        assertThat(all(report))
                .containsExactly(
                        new Cohort(LocalDate.of(2011, 1, 1), 2, List.of(2, 1, 1), List.of(15.0, 5.0, 20.0)),
                        new Cohort(LocalDate.of(2011, 3, 1), 1, List.of(1), List.of(7.0)));
        Cohort january = all(report).getFirst();
        assertThat(january.repurchaseShare(1)).isEqualTo(0.5);
        assertThat(january.cumulativeRevenuePerHead(1)).isEqualTo(10);
        assertThat(january.cumulativeRevenuePerHead(2)).isEqualTo(20);
        assertThat(report.begin()).isEqualTo(LocalDate.of(2011, 1, 5));
        assertThat(report.earlier()).isZero();
    }

    @Test
    void theMonthThatIsNotOverIsIncompleteForEveryCohort() {
        CohortReport during = of(END, CleaningRules.defaults(), THREE);
        assertThat(during.lastMonthIncomplete()).isTrue();
        assertThat(during.complete(all(during).get(0), 0)).isTrue();
        assertThat(during.complete(all(during).get(0), 1)).isTrue();
        assertThat(during.complete(all(during).get(0), 2)).isFalse();
        assertThat(during.complete(all(during).get(1), 0)).isFalse();
    }

    @Test
    void aMonthThatIsOverAndOneWithoutPurchasesAreKnown() {
        CohortReport report = of(LocalDate.of(2011, 4, 30), CleaningRules.defaults(), THREE);
        assertThat(report.lastMonthIncomplete()).isFalse();
        assertThat(all(report).getFirst().buyers()).containsExactly(2, 1, 1, 0);
        assertThat(all(report).getFirst().revenue()).containsExactly(15.0, 5.0, 20.0, 0.0);
        assertThat(report.complete(all(report).getFirst(), 3)).isTrue();
    }

    @Test
    void whatWentBackIsSubtractedInItsMonthAndNeverMoreThanWasSpent() {
        String[] rows = {
            "7|1|A|2011-01-05|5|2|X|UK",
            "7|C2|A|2011-02-05|-2|2|X|UK",
            "7|C3|A|2011-03-05|-9|2|X|UK",
            "8|C4|A|2010-12-05|-1|3|X|UK",
            "8|5|A|2011-02-20|1|8|X|UK",
            "9|C6|A|2011-01-05|-1|3|X|UK"
        };
        assertThat(all(of(END, NET, rows)))
                .containsExactly(
                        new Cohort(LocalDate.of(2011, 1, 1), 1, List.of(1, 0, 0), List.of(10.0, -4.0, -6.0)),
                        new Cohort(LocalDate.of(2011, 2, 1), 1, List.of(1, 0), List.of(5.0, 0.0)));
    }

    @Test
    void whatWentBackAfterTheEndCountsInTheLastMonth() {
        String[] rows = {"7|1|A|2011-01-05|5|2|X|UK", "7|C2|A|2011-04-05|-2|2|X|UK"};
        assertThat(all(of(LocalDate.of(2011, 2, 5), NET, rows)).getFirst().revenue())
                .containsExactly(10.0, -4.0);
    }

    @Test
    void excludedReturnsCostNothing() {
        String[] rows = {"7|1|A|2011-01-05|5|2|X|UK", "7|C2|A|2011-02-05|-2|2|X|UK"};
        assertThat(all(of(END, CleaningRules.defaults(), rows)).getFirst().revenue())
                .containsExactly(10.0, 0.0, 0.0);
    }

    @Test
    void byCountryAndFirstProduct() {
        CohortReport report = of(END, CleaningRules.defaults(), THREE);
        assertThat(report.tables())
                .extracting(table -> table.group().key() + " " + table.name() + " " + table.customers())
                .containsExactly(
                        "all  3",
                        "country UK 2",
                        "country France 1",
                        "first_product A · Ant 2",
                        "first_product B · Bee 1");
        assertThat(report.tables().get(1).cohorts())
                .containsExactly(
                        new Cohort(LocalDate.of(2011, 1, 1), 1, List.of(1, 0, 1), List.of(10.0, 0.0, 20.0)),
                        new Cohort(LocalDate.of(2011, 3, 1), 1, List.of(1), List.of(7.0)));
    }

    @Test
    void theFirstProductIsTheOneWithMostMoneyOnTheFirstDay() {
        CohortReport report = of(
                END,
                CleaningRules.defaults(),
                "7|1|A|2011-01-05|1|10|Ant|UK",
                "7|1|B|2011-01-05|2|6|Bee|UK",
                "7|2|C|2011-01-06|1|99|Cat|UK",
                "8|3|B|2011-01-31|1|5|Bee|UK",
                "8|3|A|2011-01-31|1|5|Ant|UK");
        assertThat(report.tables())
                .extracting(table -> table.group().key() + " " + table.name())
                .containsExactly("all ", "first_product A · Ant", "first_product B · Bee");
    }

    @Test
    void rareCountriesStandTogetherAndLast() {
        List<String> rows = new ArrayList<>();
        for (int country = 0; country < 8; country++) {
            for (int customer = 0; customer <= country; customer++) {
                String id = country + "-" + customer;
                rows.add(id + "|" + id + "|A|2011-01-05|1|10|Ant|" + (country == 0 ? "" : "Land " + country));
            }
        }
        CohortReport report = of(END, CleaningRules.defaults(), rows.toArray(String[]::new));
        assertThat(report.tables().stream().filter(table -> table.group() == CohortGroup.COUNTRY))
                .extracting(table -> table.name() + " " + table.customers())
                .containsExactly("Land 7 8", "Land 6 7", "Land 5 6", "Land 4 5", "Land 3 4", " 6");
    }

    @Test
    void ofALongHistoryTheLastThreeYearsAreShown() {
        List<String> rows = new ArrayList<>();
        for (int month = 0; month < 40; month++) {
            rows.add(month + "|" + month + "|A|" + LocalDate.of(2008, 1, 3).plusMonths(month) + "|1|1|X|UK");
        }
        CohortReport report = of(LocalDate.of(2011, 4, 30), CleaningRules.defaults(), rows.toArray(String[]::new));
        assertThat(all(report)).hasSize(36);
        assertThat(all(report).getFirst().month()).isEqualTo(LocalDate.of(2008, 5, 1));
        assertThat(all(report).getFirst().months()).isEqualTo(36);
        assertThat(report.earlier()).isEqualTo(4);
    }

    @Test
    void theCellsSumUpToTheFeatures() {
        List<String> cells = new ArrayList<>();
        RandomGenerator random = new Seed(9).random();
        for (int i = 0; i < 3000; i++) {
            boolean back = random.nextInt(6) == 0;
            LocalDate day = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(500));
            cells.add(random.nextInt(200) + "|" + (back ? "C" : "") + i + "|P" + random.nextInt(9) + "|" + day + "|"
                    + (back ? "-" : "") + (1 + random.nextInt(20)) + "|0." + random.nextInt(10000) + "|X|L"
                    + random.nextInt(9));
        }
        try (Rows rows = new Rows(folder, cells.toArray(String[]::new))) {
            rows.clean(NET);
            CustomerFeatures features = FeatureExtractor.extract(rows.store, null, Progress.SILENT);
            CohortReport report = Cohorts.of(rows.store, features.snapshot().minusDays(1));
            for (CohortGroup group : CohortGroup.values()) {
                List<Cohort> cohorts = report.tables().stream()
                        .filter(table -> table.group() == group)
                        .flatMap(table -> table.cohorts().stream())
                        .toList();
                assertThat(cohorts.stream().mapToInt(Cohort::customers).sum())
                        .as(group.key())
                        .isEqualTo(features.customers());
                assertThat(cohorts.stream()
                                .flatMap(cohort -> cohort.revenue().stream())
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .as(group.key())
                        .isCloseTo(features.revenue(), within(1e-6));
            }
        }
    }

    /** Another way to the same numbers: customer by customer, order by order. */
    @Test
    void onlineRetailCountedOneByOne() {
        try (OpenedFile file = OpenedFile.read(Shared.path("data/Online+Retail.zip"), StageProgress.SILENT)) {
            List<Cohort> cohorts = file.ask(store -> all(counted(file, store)));
            Map<YearMonth, Set<String>> first = new TreeMap<>();
            Map<String, YearMonth> of = new HashMap<>();
            Map<String, Double> revenue = new HashMap<>();
            Set<String> buyers = new HashSet<>();
            List<Object[]> orders = file.ask(CohortsTest::orders);
            for (Object[] order : orders) {
                YearMonth month = YearMonth.from((LocalDate) order[1]);
                YearMonth start = of.computeIfAbsent((String) order[0], same -> month);
                first.computeIfAbsent(start, same -> new HashSet<>()).add((String) order[0]);
                long since = ChronoUnit.MONTHS.between(start, month);
                revenue.merge(start + " " + since, (Double) order[2], Double::sum);
                buyers.add(start + " " + since + " " + order[0]);
            }
            assertThat(cohorts).hasSize(13).hasSameSizeAs(first.keySet());
            for (Cohort cohort : cohorts) {
                YearMonth month = YearMonth.from(cohort.month());
                assertThat(cohort.customers())
                        .isEqualTo(Objects.requireNonNull(first.get(month)).size());
                for (int since = 0; since < cohort.months(); since++) {
                    String cell = month + " " + since;
                    assertThat(cohort.buyers().get(since)).as(cell).isEqualTo((int) buyers.stream()
                            .filter(key -> key.startsWith(cell + " "))
                            .count());
                    assertThat(cohort.revenue().get(since))
                            .as(cell)
                            .isCloseTo(revenue.getOrDefault(cell, 0.0), within(1e-6));
                }
            }
            assertThat(cohorts.getFirst().customers()).isEqualTo(885);
            assertThat(cohorts.getFirst().buyers().get(1)).isEqualTo(324);
        }
    }

    private static CohortReport counted(OpenedFile file, TransactionStore store) {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        var proposal = file.reading().proposal();
        proposal.suggestions()
                .forEach((field, suggestion) -> suggestion.header().ifPresent(header -> headers.put(field, header)));
        ColumnMapping mapping = new ColumnMapping(headers, Objects.requireNonNull(proposal.dateOrder()));
        QualityReport report = Cleaner.clean(store, mapping, CleaningRules.defaults(), file.today(), Progress.SILENT);
        return Cohorts.of(store, Objects.requireNonNull(report.lastDay()));
    }

    /** By day: customer, day, money. */
    private static List<Object[]> orders(TransactionStore store) {
        List<Object[]> orders = new ArrayList<>();
        store.query(
                "SELECT customer_id, first_day, CAST(amount AS DOUBLE) FROM purchase ORDER BY first_day",
                row -> orders.add(
                        new Object[] {String.valueOf(row.text(0)), Objects.requireNonNull(row.day(1)), row.number(2)}));
        return orders;
    }

    @Test
    void aCohortHasBuyersAndRevenueOfTheSameMonths() {
        assertThatThrownBy(() -> new Cohort(END, 1, List.of(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same months");
    }
}
