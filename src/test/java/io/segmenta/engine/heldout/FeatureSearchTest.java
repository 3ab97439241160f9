package io.segmenta.engine.heldout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.TransformSettings.OutlierAction;
import io.segmenta.engine.features.TransformSettings.Scaler;
import io.segmenta.engine.heldout.FeatureReport.Entry;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureSearchTest {
    private static final Seed SEED = new Seed(42);
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final int CUSTOMERS = 240;
    private static final int ORIGIN = 119;

    @TempDir
    Path folder;

    private int shops;

    /** Four orders each, the last on the same day, of as much as nobody else's: half of them within two weeks, the others over three months. */
    private static List<String> shop() {
        List<String> rows = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int order = 0; order < 4; order++) {
                int day = ORIGIN - 1 - order * (isQuick(customer) ? 5 : 30);
                // money goes round all customers, so that it has nothing to do with their rhythm
                rows.add(row(customer, day, 100 + 7 * customer % CUSTOMERS));
            }
        }
        rows.add(row(0, ORIGIN + 120, 40));
        return rows;
    }

    private static boolean isQuick(int customer) {
        return customer % 2 == 0;
    }

    private static String row(int customer, int day, int price) {
        String id = String.format("%03d", customer);
        return id + "|" + id + "/" + day + "|A|" + FIRST.plusDays(day) + "|1|" + price + "|X|UK";
    }

    private FeatureReport search(List<String> rows, int days, TransformSettings transform) {
        try (Rows shop = new Rows(folder.resolve("shop" + shops++), rows.toArray(String[]::new))) {
            shop.clean(CleaningRules.defaults());
            return FeatureSearch.of(shop.store, days, transform, KMeansParameters.of(4), SEED, Progress.SILENT);
        }
    }

    private FeatureReport search(List<String> rows) {
        return search(rows, 60, TransformSettings.defaults());
    }

    private static double share(FeatureReport report, FeatureSet set) {
        return report.of(set).orElseThrow().explained().mean();
    }

    @Test
    void whatForetellsIsTaken() {
        List<String> rows = shop();
        for (int customer = 0; customer < CUSTOMERS; customer += 2) {
            rows.add(row(customer, ORIGIN + 30, 50));
        }
        FeatureReport report = search(rows);
        assertThat(report.chosen()).isEqualTo(FeatureSet.RHYTHM);
        assertThat(report.untold()).isEmpty();
        assertThat(report.origin()).isEqualTo(FIRST.plusDays(ORIGIN));
        assertThat(report.customers()).isEqualTo(CUSTOMERS);
        assertThat(report.entries()).extracting(Entry::set).containsExactly(FeatureSet.values());
        assertThat(share(report, FeatureSet.RHYTHM)).isCloseTo(1, within(1e-9));
        assertThat(share(report, FeatureSet.ORIGINAL)).isLessThan(0.1);
        assertThat(share(report, FeatureSet.RFM)).isLessThan(0.1);
        Entry rhythm = report.of(FeatureSet.RHYTHM).orElseThrow();
        assertThat(rhythm.gain()).isCloseTo(1 - share(report, FeatureSet.ORIGINAL), within(1e-9));
        assertThat(rhythm.error()).isBetween(0.0, 0.05);
        assertThat(report.of(FeatureSet.ORIGINAL).orElseThrow())
                .as("against itself")
                .satisfies(original -> {
                    assertThat(original.gain()).isZero();
                    assertThat(original.error()).isZero();
                });
    }

    @Test
    void whereMoneyForetellsTheRestIsNotNeeded() {
        List<String> rows = shop();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            if (7 * customer % CUSTOMERS > CUSTOMERS / 2) {
                rows.add(row(customer, ORIGIN + 30, 50));
            }
        }
        FeatureReport report = search(rows);
        assertThat(report.chosen()).isEqualTo(FeatureSet.ORIGINAL);
        assertThat(share(report, FeatureSet.ORIGINAL)).isGreaterThan(0.6);
        assertThat(report.of(FeatureSet.ORIGINAL).orElseThrow().gain()).isZero();
    }

    /** Who comes back is a matter of chance: some set is always ahead, and by chance only. */
    @Test
    void chanceReplacesNothing() {
        int ahead = 0;
        for (int seed = 0; seed < 5; seed++) {
            RandomGenerator random = new Seed(seed).random();
            List<String> rows = shop();
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                if (random.nextBoolean()) {
                    rows.add(row(customer, ORIGIN + 30, 50));
                }
            }
            FeatureReport report = search(rows);
            assertThat(report.chosen()).isEqualTo(FeatureSet.ORIGINAL);
            ahead += report.entries().stream().anyMatch(entry -> entry.gain() > 0) ? 1 : 0;
        }
        assertThat(ahead).isPositive();
    }

    /** The last horizon is that of the test which the page shows. */
    @Test
    void theLastHorizonIsNotLookedAt() {
        List<String> rows = shop();
        for (int customer = 0; customer < CUSTOMERS; customer += 2) {
            rows.add(row(customer, ORIGIN + 30, 50));
        }
        FeatureReport before = search(rows);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            rows.add(row(customer, ORIGIN + 61, 1000 * (1 + customer % 3)));
        }
        rows.add(row(CUSTOMERS, ORIGIN + 62, 5));
        assertThat(search(rows)).isEqualTo(before);
    }

    /** Whether or not outliers are left out of the segments, and whatever features the settings name. */
    @Test
    void everySetIsComparedOnTheSameCustomers() {
        List<String> rows = shop();
        for (int customer = 0; customer < CUSTOMERS; customer += 2) {
            rows.add(row(customer, ORIGIN + 30, 50));
        }
        FeatureReport flagged = search(
                rows, 60, new TransformSettings(FeatureSet.RFM.features(), OutlierAction.FLAG, 0.2, Scaler.ROBUST));
        assertThat(flagged)
                .isEqualTo(search(
                        rows,
                        60,
                        new TransformSettings(
                                FeatureSet.ORIGINAL.features(), OutlierAction.REMOVE, 0.2, Scaler.ROBUST)));
        assertThat(flagged.customers()).isEqualTo(CUSTOMERS);
    }

    @Test
    void ofTooShortHistoryTheOriginalFeaturesAreTaken() {
        FeatureReport report = search(shop(), 90, TransformSettings.defaults());
        assertThat(report.chosen()).isEqualTo(FeatureSet.ORIGINAL);
        assertThat(report.untold()).contains("takes 270 days of history, 3 times 90");
        assertThat(report.entries()).isEmpty();
    }
}
