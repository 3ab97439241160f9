package io.segmenta.engine.clean;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.columns.TypedColumns;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Orders that stand in a file twice: two monthly exports that share some days, an export appended to itself. A single repeated line is none,
 * since a till scans the same thing twice; what tells an overlap is that rows of several orders come again, one after the other, as they
 * stood before. Where a row is a whole numbered order, any repeated row is one.
 */
final class Overlap {
    /** Distances at which rows come again; one is made by each file that overlaps. */
    private static final int DISTANCES = 20;

    /** That come again one after the other; two do so by chance in a long file of small baskets. */
    private static final int ORDERS = 3;

    private Overlap() {}

    /** Makes the table {@code overlapping}: {@code row_number} of each row that comes again. */
    static void find(TransactionStore store, ColumnMapping mapping, LocalDate today, Progress progress) {
        String cells = IntStream.range(0, store.headers().size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
        store.execute(String.format(Locale.ROOT, """
                CREATE OR REPLACE TEMP TABLE again AS
                WITH suspect AS (SELECT hash(%1$s) AS h FROM source GROUP BY h HAVING count(*) > 1)
                SELECT rowid + 1 AS row_number, hash(%1$s) AS h FROM source WHERE hash(%1$s) IN (SELECT h FROM suspect)
                """, cells), progress, "Looking for orders that come twice");
        if (store.number("SELECT count(*) FROM again") == 0) {
            store.execute("CREATE OR REPLACE TEMP TABLE overlapping AS SELECT row_number FROM again");
            return;
        }
        String typed = "(" + TypedColumns.of(store, mapping, today).select() + ") JOIN again USING (row_number)";
        String keyed =
                "(SELECT row_number, h, customer_id, coalesce(invoice_id, CAST(instant AS VARCHAR)) AS invoice_id FROM "
                        + typed + ")";
        String rows = rowsAreOrders(mapping)
                ? "SELECT row_number FROM (SELECT row_number, h FROM " + typed
                        + " WHERE invoice_id IS NOT NULL) AS numbered"
                        + " QUALIFY row_number() OVER (PARTITION BY h ORDER BY numbered.row_number) > 1"
                : runs(keyed);
        store.execute("CREATE OR REPLACE TEMP TABLE overlapping AS " + rows);
    }

    private static boolean rowsAreOrders(ColumnMapping mapping) {
        return mapping.header(Field.INVOICE_ID).isPresent()
                && Stream.of(Field.PRODUCT_ID, Field.DESCRIPTION, Field.QUANTITY)
                        .noneMatch(field -> mapping.header(field).isPresent());
    }

    private static String runs(String keyed) {
        return String.format(Locale.ROOT, """
                WITH keyed AS (FROM %1$s),
                distance AS (
                  SELECT d FROM (
                    SELECT row_number - lag(row_number) OVER same AS d FROM keyed WINDOW same AS (PARTITION BY h ORDER BY row_number)
                    UNION ALL
                    SELECT row_number - min(row_number) OVER (PARTITION BY h) AS d FROM keyed)
                  WHERE d > 0 GROUP BY d HAVING count(*) > 1 ORDER BY count(*) DESC, d LIMIT %2$d),
                pair AS (
                  SELECT later.row_number, d, later.customer_id, later.invoice_id
                  FROM keyed later CROSS JOIN distance JOIN keyed earlier
                    ON earlier.h = later.h AND earlier.row_number = later.row_number - d),
                run AS (
                  SELECT *, row_number - row_number() OVER (PARTITION BY d ORDER BY row_number) AS run FROM pair),
                long AS (
                  SELECT d, run FROM run GROUP BY d, run
                  HAVING count(DISTINCT (customer_id, invoice_id)) >= %3$d AND count(*) <= d)
                SELECT DISTINCT row_number FROM run JOIN long USING (d, run)
                """, keyed, DISTANCES, ORDERS);
    }
}
