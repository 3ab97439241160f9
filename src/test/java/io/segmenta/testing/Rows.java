package io.segmenta.testing;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small dataset for one test: columns customer, invoice, product, date, quantity, price, description, country. */
public final class Rows implements AutoCloseable {
    public static final List<String> HEADERS =
            List.of("customer", "invoice", "product", "date", "quantity", "price", "description", "country");
    private static final List<Field> FIELDS = List.of(
            Field.CUSTOMER_ID,
            Field.INVOICE_ID,
            Field.PRODUCT_ID,
            Field.TIMESTAMP,
            Field.QUANTITY,
            Field.UNIT_PRICE,
            Field.DESCRIPTION,
            Field.COUNTRY);

    private static final int ROWS_AT_ONCE = 2_000;

    /** Long after all the rows of the tests. */
    public static final LocalDate TODAY = LocalDate.of(2100, 1, 1);

    public final TransactionStore store;

    /** @param rows cells separated by |, empty ones and those left out are null */
    public Rows(Path folder, String... rows) {
        store = TransactionStore.open(folder.resolve("rows.duckdb"), StoreLimits.defaults());
        fill(store, HEADERS, Stream.of(rows).map(row -> row.split("\\|", -1)).toList());
    }

    /**
     * Makes a dataset of these rows.
     *
     * @param rows empty cells and those left out are null
     */
    public static void fill(TransactionStore store, List<String> headers, List<String[]> rows) {
        store.create(headers);
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            store.execute(rows.subList(from, Math.min(from + ROWS_AT_ONCE, rows.size())).stream()
                    .map(row -> IntStream.range(0, headers.size())
                            .mapToObj(i -> i >= row.length || row[i].isEmpty() ? "NULL" : Sql.text(row[i]))
                            .collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(", ", "INSERT INTO source VALUES ", "")));
        }
    }

    public static ColumnMapping mapping(DateOrder order) {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        for (int i = 0; i < FIELDS.size(); i++) {
            headers.put(FIELDS.get(i), HEADERS.get(i));
        }
        return new ColumnMapping(headers, order);
    }

    public QualityReport clean(CleaningRules rules) {
        return Cleaner.clean(store, mapping(DateOrder.YEAR_FIRST), rules, TODAY, Progress.SILENT);
    }

    public QualityReport clean() {
        return clean(CleaningRules.defaults());
    }

    public QualityReport assess(CleaningRules rules) {
        return Cleaner.assess(store, mapping(DateOrder.YEAR_FIRST), rules, TODAY, Progress.SILENT);
    }

    /** The answer, cells separated by |. */
    public List<String> ask(String sql, int columns) {
        List<String> answer = new ArrayList<>();
        store.query(sql, row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                cells.add(String.valueOf(row.text(i)));
            }
            answer.add(String.join("|", cells));
        });
        return answer;
    }

    @Override
    public void close() {
        store.close();
    }
}
