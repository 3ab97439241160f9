package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that stand in a file twice are no sales; the same thing bought twice is. */
class OverlapTest {
    private static final CleaningRules RULES =
            CleaningRules.defaults().with(DropReason.DUPLICATE, false).with(DropReason.OVERLAP, true);

    @TempDir
    Path folder;

    /** Two lines an order, the orders of one customer each. */
    private static List<String> orders(int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .flatMap(i -> IntStream.of(1, 2)
                        .mapToObj(line ->
                                "c" + i % 7 + "|" + i + "|p" + line + "|2024-01-" + (10 + i) + "|1|" + line + "|X|UK"))
                .toList();
    }

    private QualityReport assess(List<String> lines) {
        try (Rows rows = new Rows(folder, lines.toArray(String[]::new))) {
            return rows.assess(RULES);
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    @Test
    void aFileAppendedToItselfCountsOnce() {
        QualityReport report = assess(joined(orders(0, 10), orders(0, 10)));
        assertThat(report.dropped().get(DropReason.OVERLAP)).isEqualTo(new QualityReport.Dropped(20, 30, 7));
        assertThat(report.rowsKept()).isEqualTo(20);
        assertThat(report.orders()).isEqualTo(10);
    }

    @Test
    void twoExportsThatShareSomeDaysCountThemOnce() {
        QualityReport report = assess(joined(orders(0, 10), orders(6, 16)));
        assertThat(report.rowsKept()).isEqualTo(32);
        assertThat(report.orders()).isEqualTo(16);
    }

    @Test
    void theSameThingScannedTwiceIsSoldTwice() {
        List<String> lines = orders(0, 10).stream()
                .flatMap(line -> line.contains("|p1|") ? List.of(line, line).stream() : List.of(line).stream())
                .toList();
        QualityReport report = assess(lines);
        assertThat(report.rowsKept()).isEqualTo(30);
        assertThat(report.revenue()).isEqualTo(40);
    }

    @Test
    void aRowThatIsANumberedOrderCountsOnce() {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        headers.put(Field.CUSTOMER_ID, "customer");
        headers.put(Field.INVOICE_ID, "invoice");
        headers.put(Field.TIMESTAMP, "date");
        headers.put(Field.LINE_TOTAL, "price");
        String first = "ann|1||2024-01-05||5||";
        String second = "ben|2||2024-01-06||6||";
        String unnumbered = "ann|||2024-01-07||7||";
        try (Rows rows = new Rows(folder, first, second, first, second, unnumbered, unnumbered)) {
            QualityReport report = Cleaner.assess(
                    rows.store, new ColumnMapping(headers, DateOrder.YEAR_FIRST), RULES, Rows.TODAY, Progress.SILENT);
            assertThat(report.dropped().get(DropReason.OVERLAP)).isEqualTo(new QualityReport.Dropped(2, 11, 2));
            assertThat(report.revenue()).isEqualTo(25);
        }
    }
}
