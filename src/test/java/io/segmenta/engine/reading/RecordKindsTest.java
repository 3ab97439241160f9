package io.segmenta.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.Reconciler;
import io.segmenta.engine.clean.Reconciliation;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till that writes each sale as a row of its own, one row a line and one a payment. */
class RecordKindsTest {
    private static final List<String> HEADERS = List.of(
            "Date",
            "Receipt Number",
            "Line Type",
            "Customer Code",
            "Quantity",
            "Subtotal",
            "Total",
            "Paid",
            "Status",
            "Sku");

    @TempDir
    Path folder;

    private TransactionStore store;

    @BeforeEach
    void open() {
        store = TransactionStore.open(folder.resolve("till.duckdb"), StoreLimits.defaults());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theLinesOfAReceiptCountOnceAndNotItsTotalAndItsPaymentToo() {
        double sold = till(1, "CLOSED");
        Reading reading = read();

        assertThat(reading.says()).anyMatch(finding -> finding.words().contains("only \"Sale Line\" counts"));
        QualityReport report = assess(reading);
        assertThat(report.orders()).isEqualTo(24);
        assertThat(report.customers()).isEqualTo(6);
        assertThat(report.revenue()).isEqualTo(sold);
        Reconciliation held = Reconciler.reconcile(
                store,
                reading.proposal().mapping(),
                CleaningRules.of(reading),
                reading,
                report,
                Rows.TODAY,
                Progress.SILENT);
        assertThat(held.totals())
                .extracting(Reconciliation.Total::column, Reconciliation.Total::of, Reconciliation.Total::agreeing)
                .contains(tuple("Paid", 30L, 30L));
    }

    @Test
    void kindsWhoseSumsDifferAllCount() {
        till(0.5, "CLOSED");
        assertThat(RecordKinds.in(store).orElseThrow().repeated()).containsExactly("Sale");
        store.execute("UPDATE source SET c5 = '1.00', c6 = '1.00' WHERE c9 = 'mug'");

        assertThat(new RecordKinds().answer(store)).isEmpty();
    }

    @Test
    void theOnlyColumnThatTellsRowsApartBecomesTheirState() {
        double sold = till(1, "");
        Reading reading = read();

        assertThat(reading.leftOut()).containsExactlyInAnyOrder("Sale", "Payment");
        assertThat(assess(reading).revenue()).isEqualTo(sold);
    }

    @Test
    void thingsThatCostTheSameAreNoKindsOfRows() {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (String colour : List.of("red", "blue")) {
                rows.add(new String[] {"2024-01-11", "R" + i, colour, "c" + i, "1", "" + i, i + ".00", "", "", "mug"});
            }
        }
        Rows.fill(store, HEADERS, rows);

        assertThat(RecordKinds.in(store)).isEmpty();
    }

    /**
     * @param paid of each total
     * @param state of what was sold, or none where the till has no states
     * @return what was sold, less what was called off
     */
    private double till(double paid, String state) {
        List<String[]> rows = new ArrayList<>();
        double sold = 0;
        for (int i = 0; i < 30; i++) {
            int total = 10 + 3 * i;
            boolean voided = i % 5 == 0 && !state.isEmpty();
            String receipt = "R" + (100 + i);
            rows.add(new String[] {
                "2024-0" + (1 + i / 10) + "-" + (11 + i % 10) + " 10:00:00",
                receipt,
                "Sale",
                "c" + i % 6,
                "2",
                "" + total,
                total + ".00",
                total + ".00",
                voided ? "VOIDED" : state,
                ""
            });
            rows.add(line(receipt, "Sale Line", "1", "4.00", "mug"));
            rows.add(line(receipt, "Sale Line", "1", total - 4 + ".00", "tea"));
            rows.add(line(receipt, "Payment", "", String.valueOf(paid * total), ""));
            sold += voided ? 0 : total;
        }
        Rows.fill(store, HEADERS, rows);
        Preparation.add(store);
        return sold;
    }

    private static String[] line(String receipt, String kind, String pieces, String total, String product) {
        return new String[] {"", receipt, kind, "", pieces, total, total, "", "", product};
    }

    private Reading read() {
        return FileReading.of(store, Rows.TODAY);
    }

    private QualityReport assess(Reading reading) {
        return Cleaner.assess(
                store, reading.proposal().mapping(), CleaningRules.of(reading), Rows.TODAY, Progress.SILENT);
    }
}
