package io.segmenta.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The reference numbers and the data they were computed from. */
public final class Golden {
    public static final LocalDate CDNOW_END = LocalDate.of(1997, 9, 30);

    private Golden() {}

    public static JsonNode json(String name) {
        return new ObjectMapper().readTree(Shared.path("golden/value/" + name).toFile());
    }

    /** The rows of a comma-separated file by header. */
    public static List<Map<String, String>> csv(String name) {
        List<String> lines = lines("golden/value/" + name);
        List<String> header = List.of(lines.getFirst().split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(header.get(i), cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    public static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Objects.requireNonNull(row.get(column)));
    }

    public static PurchaseSummary summary(Map<String, String> row) {
        int x = (int) number(row, "x");
        double zbar = number(row, "zbar");
        double mean = row.containsKey("first_spend") ? (number(row, "first_spend") + x * zbar) / (x + 1) : zbar;
        return Histories.even(
                Objects.requireNonNull(row.get("customer_id")), x, number(row, "t_x"), number(row, "T"), zbar, mean);
    }

    /** All purchases of the CDNOW sample, also those after the end of its calibration period. */
    public static Purchases cdnow() {
        List<PurchaseDay> days = new ArrayList<>();
        for (String line : lines("data/CDNOW_sample.txt")) {
            String[] cells = line.strip().split("\\s+");
            LocalDate day = LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE);
            String id = String.valueOf(Integer.parseInt(cells[1]));
            days.add(PurchaseDay.of(id, day, Double.parseDouble(cells[4])));
        }
        return Purchases.of(days);
    }

    /** Online Retail as read. */
    static TransactionStore onlineRetail(Path folder) {
        Path csv = Shared.path("data/online_retail.csv.gz");
        List<String> headers = List.of(
                "InvoiceNo",
                "StockCode",
                "Description",
                "Quantity",
                "InvoiceDate",
                "UnitPrice",
                "CustomerID",
                "Country");
        TransactionStore store = TransactionStore.open(folder.resolve("retail.duckdb"), StoreLimits.defaults());
        store.create(headers);
        store.execute("INSERT INTO source SELECT * FROM read_csv(" + Sql.text(csv.toString())
                + ", all_varchar = true, header = true)");
        return store;
    }

    static Purchases cleaned(TransactionStore onlineRetail, CleaningRules.Returns returns) {
        ColumnMapping mapping = new ColumnMapping(
                Map.of(
                        Field.CUSTOMER_ID, "CustomerID",
                        Field.INVOICE_ID, "InvoiceNo",
                        Field.PRODUCT_ID, "StockCode",
                        Field.TIMESTAMP, "InvoiceDate",
                        Field.QUANTITY, "Quantity",
                        Field.UNIT_PRICE, "UnitPrice",
                        Field.DESCRIPTION, "Description"),
                DateOrder.YEAR_FIRST);
        CleaningRules rules = new CleaningRules(EnumSet.allOf(DropReason.class), returns);
        Cleaner.clean(onlineRetail, mapping, rules, LocalDate.of(2100, 1, 1), Progress.SILENT);
        return Purchases.read(onlineRetail, ForecastProgress.silent());
    }

    /** Customer by customer; the reference is written with twelve digits. */
    public static void assertEqual(List<PurchaseSummary> actual, String golden, int customers) {
        Map<String, PurchaseSummary> byId =
                actual.stream().collect(Collectors.toMap(PurchaseSummary::customerId, s -> s));
        List<Map<String, String>> rows = csv(golden);
        assertThat(byId).hasSize(customers);
        assertThat(rows).hasSize(customers);
        for (Map<String, String> row : rows) {
            PurchaseSummary expected = summary(row);
            PurchaseSummary summary = Objects.requireNonNull(byId.get(expected.customerId()));
            assertThat(summary.repeats()).isEqualTo(expected.repeats());
            assertClose(summary.lastWeeks(), expected.lastWeeks());
            assertClose(summary.ageWeeks(), expected.ageWeeks());
            assertClose(summary.repeatSpend(), expected.repeatSpend());
            assertClose(summary.meanSpend(), expected.meanSpend());
        }
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    private static List<String> lines(String path) {
        try {
            return Files.readAllLines(Shared.path(path)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
