package io.segmenta.engine.heldout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.features.FeatureTransformer;
import io.segmenta.engine.features.Regrouping;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.Transformed;
import io.segmenta.engine.heldout.HeldOutReport.All;
import io.segmenta.engine.heldout.HeldOutReport.Line;
import io.segmenta.engine.segment.Membership;
import io.segmenta.engine.segment.NameTest;
import io.segmenta.engine.segment.Segmentation;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.TuningResult;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.engine.tune.TuningWatch;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutValidationTest {
    private static final Seed SEED = new Seed(42);
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final TransformSettings TRANSFORM = TransformSettings.defaults();
    private static final CleaningRules NET =
            new CleaningRules(CleaningRules.defaults().active(), Returns.NET);

    @TempDir
    Path folder;

    private int shops;

    /**
     * Half of 240 customers buy for 100 every twenty days or so, the others bought once, for 10, in the first month; one of those comes back on
     * the last day.
     */
    private static List<String> shop(int days) {
        RandomGenerator random = new Seed(7).random();
        List<String> rows = new ArrayList<>();
        for (int customer = 0; customer < 240; customer++) {
            String id = String.format("%03d", customer);
            if (customer % 2 == 0) {
                for (int day = random.nextInt(20); day < days; day += 15 + random.nextInt(10)) {
                    rows.add(row(id, id + "/" + day, day, 1, 100));
                }
            } else {
                rows.add(row(id, id + "/0", random.nextInt(30), 1, 10));
            }
        }
        rows.add(row("001", "001/1", days - 1, 1, 40));
        return rows;
    }

    private static String row(String customer, String invoice, int day, int quantity, int price) {
        return customer + "|" + invoice + "|A|" + FIRST.plusDays(day) + "|" + quantity + "|" + price + "|X|UK";
    }

    private HeldOutReport test(List<String> rows, CleaningRules rules, int days) {
        try (Rows shop = new Rows(folder.resolve("shop" + shops++), rows.toArray(String[]::new))) {
            shop.clean(rules);
            KMeansParameters two = KMeansParameters.of(2);
            return HeldOutValidation.of(
                    shop.store, days, TRANSFORM, two, Regrouping.NONE, SEED, today(shop.store, two), Progress.SILENT);
        }
    }

    private static Membership today(TransactionStore store, KMeansParameters parameters) {
        CustomerFeatures features = FeatureExtractor.extract(store, null, Progress.SILENT);
        Transformed transformed = FeatureTransformer.fit(features, TRANSFORM, SEED, Progress.SILENT);
        Clustering clustering = Clusterers.fit(transformed.matrix(), parameters, SEED, Progress.SILENT);
        return new Membership(
                Segmentation.describe(
                        features, transformed.rows(), clustering.labels(), clustering.clusters(), NameTest.ORIGINAL),
                features.ids(),
                clustering.labels(),
                features.column(Feature.MONETARY));
    }

    @Test
    void whatTheSegmentsOfAnEarlierDayDidNext() {
        List<String> rows = shop(200);
        HeldOutReport report = test(rows, CleaningRules.defaults(), 60);
        All all = Objects.requireNonNull(report.all());
        LocalDate origin = FIRST.plusDays(199 - 60);
        double spentByRegulars = rows.stream()
                .map(row -> row.split("\\|"))
                .filter(cells -> Integer.parseInt(cells[0]) % 2 == 0)
                .filter(cells -> LocalDate.parse(cells[3]).isAfter(origin))
                .mapToInt(cells -> Integer.parseInt(cells[5]))
                .sum();
        assertThat(all.origin()).isEqualTo(origin);
        assertThat(all.customers()).isEqualTo(240);
        assertThat(all.tested()).isEqualTo(240);
        assertThat(all.bought()).isEqualTo(121 / 240.0);
        assertThat(all.spendPerHead()).isCloseTo((spentByRegulars + 40) / 240, within(1e-9));
        assertThat(all.explained().spend()).isGreaterThan(0.9);
        assertThat(report.lines()).hasSize(2);
        Line regulars = line(report, true);
        assertThat(regulars.customers()).isEqualTo(120);
        assertThat(regulars.bought()).isEqualTo(1);
        assertThat(regulars.spendPerHead()).isCloseTo(spentByRegulars / 120, within(1e-9));
        assertThat(regulars.lift()).isCloseTo(regulars.spendPerHead() / all.spendPerHead(), within(1e-12));
        assertThat(regulars.low()).isBetween(200.0, regulars.spendPerHead());
        assertThat(regulars.high()).isBetween(regulars.spendPerHead(), 400.0);
        Line once = line(report, false);
        assertThat(once.customers()).isEqualTo(120);
        assertThat(once.bought()).isEqualTo(1 / 120.0);
        assertThat(once.spendPerHead()).isCloseTo(40 / 120.0, within(1e-9));
        assertThat(once.low()).isZero();
    }

    private static Line line(HeldOutReport report, boolean regular) {
        return report.lines().stream()
                .filter(line -> line.lift() > 1 == regular)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatCameLaterIsNotKnownOnTheEarlierDay() {
        List<String> rows = new ArrayList<>(shop(200));
        HeldOutReport before = test(rows, CleaningRules.defaults(), 60);
        // a newcomer after the origin, and more bought by those who are known
        rows.add(row("900", "900/0", 190, 1, 5_000));
        rows.add(row("003", "003/9", 195, 1, 70));
        HeldOutReport after = test(rows, CleaningRules.defaults(), 60);
        assertThat(Objects.requireNonNull(after.all()).customers()).isEqualTo(240);
        assertThat(Objects.requireNonNull(after.all()).spendPerHead())
                .isCloseTo(Objects.requireNonNull(before.all()).spendPerHead() + 70 / 240.0, within(1e-9));
        assertThat(line(after, false).bought()).isEqualTo(2 / 120.0);
    }

    @Test
    void whatWentBackWasNotBought() {
        List<String> rows = new ArrayList<>(shop(200));
        rows.add(row("003", "003/9", 180, 1, 70));
        rows.add(row("003", "C003", 181, -1, 70));
        rows.add(row("005", "005/9", 180, 2, 70));
        rows.add(row("005", "C005", 181, -1, 70));
        HeldOutReport report = test(rows, NET, 60);
        assertThat(line(report, false).bought()).isEqualTo(2 / 120.0);
        assertThat(line(report, false).spendPerHead()).isCloseTo((40 + 70) / 120.0, within(1e-9));
    }

    @Test
    void ofTooShortHistoryThereIsNoTestButAReason() {
        HeldOutReport report = test(shop(200), CleaningRules.defaults(), 101);
        assertThat(report.all()).isNull();
        assertThat(report.lines()).isEmpty();
        assertThat(report.untested()).contains("takes 202 days of history", "these data have 200");
        assertThat(test(shop(200), CleaningRules.defaults(), 100).all()).isNotNull();
        List<String> few = shop(200).stream()
                .filter(row -> Integer.parseInt(row.substring(0, 3)) < 99)
                .toList();
        assertThat(test(few, CleaningRules.defaults(), 60).untested()).contains("Only 99 customers had bought");
    }

    @Test
    void theSharesExplainedByHand() {
        int[] rows = {0, 1, 2, 3};
        // log(1 + spend): 0, 0, ln 4, ln 4; bought 0, 0, 1, 1
        double[] spend = {0, 0, 3, 3};
        assertThat(Explained.of(spend, rows, new int[] {0, 0, 1, 1})).isEqualTo(new Explained(1, 1));
        assertThat(Explained.of(spend, rows, new int[] {0, 1, 0, 1})).isEqualTo(new Explained(0, 0));
        // groups {0}, {0, 3, 3}: means 0 and 2/3 around 1/2, between 1/4 + 3/36 = 1/3 of 1
        Explained third = Explained.of(spend, rows, new int[] {0, 1, 1, 1});
        assertThat(third.bought()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(third.spend()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(Explained.of(new double[4], rows, new int[] {0, 0, 1, 1})).isEqualTo(new Explained(0, 0));
    }

    @Test
    void oneHugeOrderDoesNotDecide() {
        double[] spend = new double[300];
        Arrays.setAll(spend, i -> i % 2 == 0 ? 100 : 0);
        int[] rows = new int[300];
        Arrays.setAll(rows, i -> i);
        int[] labels = Arrays.stream(rows).map(i -> i % 2).toArray();
        spend[1] = 1e9;
        assertThat(Explained.of(spend, rows, labels).spend()).isGreaterThan(0.95);
    }

    /** Who buys often comes back; how much a customer spent says nothing, and makes the clearer groups. */
    @Test
    void theSearchTakesTheSegmentsThatToldMost() {
        try (Rows shop = new Rows(folder, shop(200).toArray(String[]::new))) {
            shop.clean();
            TuningSettings settings =
                    new TuningSettings(List.of(Algorithm.KMEANS), 6, 2, 4, Objective.PREDICTIVE, 0.02, null);
            TuningResult result = search(shop.store, settings, 60);
            assertThat(result.best().score()).isGreaterThan(0.9);
            assertThat(result.trials())
                    .filteredOn(trial -> trial.isFeasible())
                    .allMatch(trial -> trial.score() <= result.best().score());
            assertThat(search(shop.store, settings, 60).trials())
                    .extracting(trial -> trial.score())
                    .isEqualTo(
                            result.trials().stream().map(trial -> trial.score()).toList());
            // three horizons, of which the last is looked at by nobody
            assertThat(search(shop.store, settings, 66).best().score()).isGreaterThan(0.9);
            assertThatThrownBy(() -> search(shop.store, settings, 67))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("cannot be judged by what customers did next")
                    .hasMessageContaining("takes 201 days of history, 3 times 67; these data have 200")
                    .hasMessageContaining("search for usable segments");
        }
    }

    @Test
    void theLastHorizonIsNotLookedAtInTheSearch() {
        List<String> rows = shop(200);
        List<String> changed = new ArrayList<>(rows);
        changed.removeIf(
                row -> LocalDate.parse(row.split("\\|")[3]).isAfter(FIRST.plusDays(139)) && !row.startsWith("001"));
        assertThat(changed.size()).isLessThan(rows.size() - 100);
        TuningSettings settings =
                new TuningSettings(List.of(Algorithm.KMEANS), 4, 2, 4, Objective.PREDICTIVE, 0.02, null);
        List<Double> scores = new ArrayList<>();
        for (List<String> each : List.of(rows, changed)) {
            try (Rows shop = new Rows(folder.resolve("shop" + scores.size()), each.toArray(String[]::new))) {
                shop.clean();
                scores.add(search(shop.store, settings, 60).best().score());
            }
        }
        assertThat(scores.get(1)).isEqualTo(scores.get(0));
    }

    private static TuningResult search(TransactionStore store, TuningSettings settings, int days) {
        return PredictiveSearch.of(store, days, TRANSFORM, settings, SEED, TuningWatch.NONE, Progress.SILENT);
    }
}
