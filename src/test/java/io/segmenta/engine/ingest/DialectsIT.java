package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.ingest.Dialect.Order;
import io.segmenta.engine.reading.FileReading;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Cases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One shop, written in many ways, comes back the same: customers, orders and money. */
class DialectsIT {
    private static final int DIALECTS = 2_000;

    /** A dialect takes a quarter of a second of a processor, most of it to open and plan; on a machine that is busy fewer are tried. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int FEWEST = 100;
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    @TempDir
    Path folder;

    @Test
    void a_shop_comes_back_the_same_in_whatever_dialect_it_was_written() {
        assertThat(Cases.check(DIALECTS, LONGEST, this::comesBack)).isGreaterThanOrEqualTo(FEWEST);
    }

    private void comesBack(Cases drawn) throws Exception {
        List<Order> shop = Dialect.shop(drawn.random());
        comesBack(Dialect.drawn(drawn), shop);
    }

    private void comesBack(Dialect dialect, List<Order> shop) throws Exception {
        Path own = Files.createTempDirectory(folder, "shop");
        Path file = Files.write(own.resolve("shop.csv"), dialect.write(shop));
        Path rows = own.resolve("rows.duckdb");
        try (TransactionStore store = TransactionStore.open(rows, StoreLimits.defaults())) {
            DatasetReader.read(file, "shop.csv", store, Progress.SILENT);
            var reading = FileReading.of(store, TODAY);
            QualityReport found = Cleaner.assess(
                    store, reading.proposal().mapping(), CleaningRules.of(reading), TODAY, Progress.SILENT);
            String what = dialect + " read as " + reading.proposal().mapping();
            assertThat(found.customers())
                    .as("customers, %s", what)
                    .isEqualTo(shop.stream().map(Order::customer).distinct().count());
            assertThat(found.orders()).as("orders, %s", what).isEqualTo(shop.size());
            assertThat(found.revenue())
                    .as("money, %s", what)
                    .isCloseTo(shop.stream().mapToLong(Order::cents).sum() / 100.0, within(0.001));
        } finally {
            Files.deleteIfExists(rows);
            Files.deleteIfExists(file);
        }
    }
}
