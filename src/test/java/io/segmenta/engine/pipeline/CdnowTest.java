package io.segmenta.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.ingest.DatasetReader;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.DerivedColumn;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file without headers, orders, products and prices of one piece: customers, days, pieces and money in columns of blanks. */
class CdnowTest {
    @Test
    void columnsThatFollowFromOthersMakeItComplete(@TempDir Path folder) {
        Path file = Shared.path("data/CDNOW_sample.txt");
        try (TransactionStore store = TransactionStore.open(folder.resolve("cdnow.duckdb"), StoreLimits.defaults())) {
            DatasetReader.read(file, "CDNOW_sample.txt", store, Progress.SILENT);
            assertThat(store.headers()).startsWith("Column 1", "Column 2", "Column 3", "Column 4", "Column 5");
            assertThat(ColumnMapper.dates(store, "Column 3", java.time.LocalDate.of(2026, 1, 1))
                            .decided())
                    .contains(DateOrder.YEAR_FIRST);
            Map<Field, String> headers = new EnumMap<>(Field.class);
            headers.put(Field.CUSTOMER_ID, "Column 1");
            headers.put(Field.INVOICE_ID, new DerivedColumn.OrderPerDay("Column 1", "Column 3").name());
            headers.put(Field.PRODUCT_ID, new DerivedColumn.OneProduct().name());
            headers.put(Field.TIMESTAMP, "Column 3");
            headers.put(Field.QUANTITY, "Column 4");
            headers.put(Field.UNIT_PRICE, new DerivedColumn.PiecePrice("Column 5", "Column 4").name());
            ColumnMapping mapping = new ColumnMapping(headers, DateOrder.YEAR_FIRST);

            // without a number of the order, equal rows are purchases of the same thing on one day
            CleaningRules equalRowsStay = CleaningRules.defaults().with(DropReason.DUPLICATE, false);
            QualityReport report =
                    Cleaner.clean(store, mapping, equalRowsStay, LocalDate.of(1998, 7, 1), Progress.SILENT);

            assertThat(report.rowsRead()).isEqualTo(6919);
            assertThat(report.rowsKept()).isEqualTo(6919);
            assertThat(report.customers()).isEqualTo(2357);
            assertThat(report.revenue()).isEqualTo(money(store), within(0.005));
            assertThat(report.firstDay()).isEqualTo(LocalDate.of(1997, 1, 1));
            assertThat(report.lastDay()).isEqualTo(LocalDate.of(1998, 6, 30));
            assertThat(report.orders()).isEqualTo(6696);
            assertThat(repeatsUntil(store, LocalDate.of(1997, 9, 30))).isEqualTo(golden());
        }
    }

    private static double money(TransactionStore store) {
        AtomicLong cents = new AtomicLong();
        store.query(
                "SELECT CAST(round(sum(CAST(c4 AS DECIMAL(18, 2))) * 100) AS BIGINT) FROM source",
                row -> cents.set(row.integer(0)));
        return cents.get() / 100.0;
    }

    private static long repeatsUntil(TransactionStore store, LocalDate day) {
        return store.number(
                "SELECT count(DISTINCT invoice_id) - count(DISTINCT customer_id) FROM line WHERE day <= DATE '" + day
                        + "'");
    }

    /** Repeat purchases of the 39 weeks of calibration. */
    private static long golden() {
        Path summary = Shared.path("golden/value/cdnow_sample_summary.csv");
        try (Stream<String> lines = Files.lines(summary)) {
            List<String[]> rows = lines.skip(1).map(line -> line.split(",")).toList();
            return rows.stream().mapToLong(row -> Long.parseLong(row[1])).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
