package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;

/**
 * The source rows with typed columns beside the cells as read, as a query. Cells that are empty or do not parse are NULL. Trimming costs more than reading a
 * number, so it is asked for only where there is something to trim.
 */
public record TypedColumns(String select) {
    /** What exports write where there is no customer. */
    private static final String NOBODY = "('NULL', 'null', 'NaN', 'nan', 'None', 'N/A', 'n/a')";

    /** @param today of the reader; see {@link ShortYears} */
    public static TypedColumns of(TransactionStore store, ColumnMapping mapping, LocalDate today) {
        NumberFormat numbers = NumberFormat.of(
                store, column(store, mapping, Field.QUANTITY), column(store, mapping, Field.UNIT_PRICE));
        String customer = column(store, mapping, Field.CUSTOMER_ID);
        String instant = column(store, mapping, Field.TIMESTAMP);
        String description = column(store, mapping, Field.DESCRIPTION);
        return new TypedColumns("SELECT *, rowid + 1 AS row_number, CASE WHEN " + customer + " >= 'A' AND " + customer
                + " IN " + NOBODY
                + " THEN NULL ELSE " + id(customer) + " END AS customer_id, "
                + id(column(store, mapping, Field.INVOICE_ID)) + " AS invoice_id, "
                + id(column(store, mapping, Field.PRODUCT_ID)) + " AS product_id, "
                + text(description) + " AS description, "
                + "CASE WHEN " + description + " >= '!' THEN true ELSE coalesce(trim(" + description
                + "), '') <> '' END AS described, "
                + text(column(store, mapping, Field.COUNTRY)) + " AS country, "
                + InstantFormat.of(store, instant, mapping.dateOrder(), today).sql(instant) + " AS instant, "
                + numbers.sql(column(store, mapping, Field.QUANTITY)) + " AS quantity, "
                + numbers.sql(column(store, mapping, Field.UNIT_PRICE)) + " AS unit_price FROM source");
    }

    /** The source column of a field, or NULL where none is mapped. */
    public static String column(TransactionStore store, ColumnMapping mapping, Field field) {
        return mapping.header(field).map(store::column).orElse("CAST(NULL AS VARCHAR)");
    }

    private static String text(String column) {
        return "nullif(trim(" + column + "), '')";
    }

    /** Ids are text; 17850.0 from a numeric cell is 17850. */
    private static String id(String column) {
        return "nullif(CASE WHEN contains(" + column + ", '.0') OR contains(" + column
                + ", ' ') THEN regexp_replace(trim(" + column + "), '^([0-9]+)\\.0+$', '\\1') ELSE " + column
                + " END, '')";
    }
}
