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
    /** What exports write where there is no customer. An address is one whatever the case in which it was typed. */
    private static final String NOBODY = "('NULL', 'null', 'NaN', 'nan', 'None', 'N/A', 'n/a')";

    /** @param today of the reader; see {@link ShortYears} */
    public static TypedColumns of(TransactionStore store, ColumnMapping mapping, LocalDate today) {
        SourceColumns columns = SourceColumns.of(store, mapping);
        String customer = columns.text(Field.CUSTOMER_ID);
        String instant = columns.text(Field.TIMESTAMP);
        String description = columns.text(Field.DESCRIPTION);
        InstantFormat dates = ColumnMapper.instants(store, instant, mapping.dateOrder(), today);
        return new TypedColumns("SELECT * REPLACE (" + dates.within("instant")
                + " AS instant) FROM (SELECT *, rowid + 1 AS row_number, CASE WHEN " + customer + " >= 'A' AND "
                + customer
                + " IN " + NOBODY
                + " THEN NULL WHEN contains(" + customer + ", '@') THEN lower(trim(" + customer + ")) ELSE "
                + id(customer) + " END AS customer_id, "
                + id(columns.text(Field.INVOICE_ID)) + " AS invoice_id, "
                + id(columns.text(Field.PRODUCT_ID)) + " AS product_id, "
                + text(description) + " AS description, "
                + "CASE WHEN " + description + " >= '!' THEN true ELSE coalesce(trim(" + description
                + "), '') <> '' END AS described, "
                + text(columns.text(Field.COUNTRY)) + " AS country, "
                + dates.sql(instant) + " AS instant, "
                + (mapping.header(Field.QUANTITY).isPresent() ? columns.number(Field.QUANTITY) : "CAST(1 AS DOUBLE)")
                + " AS quantity, "
                + columns.number(Field.UNIT_PRICE) + " AS unit_price, "
                + columns.number(Field.LINE_TOTAL) + " AS line_total, "
                + columns.number(Field.ORDER_TOTAL) + " AS order_total, "
                + text(columns.text(Field.STATUS)) + " AS status, "
                + text(columns.text(Field.CURRENCY)) + " AS currency FROM source)");
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
