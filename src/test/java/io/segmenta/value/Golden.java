package io.segmenta.value;

import io.segmenta.testing.Shared;
import io.segmenta.transactions.StoreLimits;
import io.segmenta.transactions.TransactionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The reference numbers and the data they were computed from. */
final class Golden {
    static final LocalDate CDNOW_END = LocalDate.of(1997, 9, 30);

    private Golden() {}

    static JsonNode json(String name) {
        return new ObjectMapper().readTree(Shared.path("golden/value/" + name).toFile());
    }

    /** The rows of a comma-separated file by header. */
    static List<Map<String, String>> csv(String name) {
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

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Objects.requireNonNull(row.get(column)));
    }

    static PurchaseSummary summary(Map<String, String> row) {
        int x = (int) number(row, "x");
        double zbar = number(row, "zbar");
        double mean = row.containsKey("first_spend") ? (number(row, "first_spend") + x * zbar) / (x + 1) : zbar;
        return new PurchaseSummary(
                Objects.requireNonNull(row.get("customer_id")), x, number(row, "t_x"), number(row, "T"), zbar, mean);
    }

    /** All purchases of the CDNOW sample, also those after the end of its calibration period. */
    static Purchases cdnow() {
        List<PurchaseDay> days = new ArrayList<>();
        for (String line : lines("data/CDNOW_sample.txt")) {
            String[] cells = line.strip().split("\\s+");
            LocalDate day = LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE);
            String id = String.valueOf(Integer.parseInt(cells[1]));
            days.add(PurchaseDay.of(id, day, Double.parseDouble(cells[4])));
        }
        return Purchases.of(days);
    }

    /** Online Retail with the cleaning of the reference, as the cleaned lines of a dataset. */
    static TransactionStore onlineRetail(Path folder) {
        Path file = Shared.path("data/online_retail.csv.gz");
        TransactionStore store = TransactionStore.open(folder.resolve("online-retail.duckdb"), new StoreLimits(512, 1));
        store.execute("""
                CREATE TABLE line AS
                SELECT CustomerID AS customer_id, InvoiceNo AS invoice_id, StockCode AS product_id,
                       CAST(CAST(InvoiceDate AS TIMESTAMP) AS DATE) AS day,
                       CAST(Quantity AS DOUBLE) AS quantity, CAST(UnitPrice AS DOUBLE) AS unit_price
                FROM (SELECT DISTINCT * FROM read_csv('%s', all_varchar = true))
                WHERE CustomerID <> '' AND Description <> '' AND InvoiceNo NOT LIKE 'C%%' AND CAST(Quantity AS DOUBLE) >= 0
                """.formatted(file));
        return store;
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
