package io.segmenta.engine.clean;

import io.segmenta.engine.columns.TypedColumns;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What occurs in a column, to choose rows by. */
public final class FieldValues {
    private FieldValues() {}

    /** The most frequent first, at most {@code limit} of them; none where the field has no column. */
    public static List<FieldValue> of(
            TransactionStore store, ColumnMapping mapping, Field field, LocalDate today, int limit) {
        List<FieldValue> values = new ArrayList<>();
        if (mapping.header(field).isEmpty()) {
            return values;
        }
        String value =
                switch (field) {
                    case PRODUCT_ID -> "product_id";
                    case COUNTRY -> "country";
                    case STATUS -> "status";
                    case CURRENCY -> "currency";
                    default -> "customer_id";
                };
        String description = field == Field.PRODUCT_ID ? "coalesce(any_value(description), '')" : "''";
        store.query(
                "SELECT " + value + ", " + description + ", count(*) AS n FROM ("
                        + TypedColumns.of(store, mapping, today).select() + ") WHERE " + value
                        + " IS NOT NULL AND NOT contains("
                        + value + ", chr(10)) GROUP BY " + value + " ORDER BY n DESC, " + value + " LIMIT " + limit,
                row -> values.add(
                        new FieldValue(String.valueOf(row.text(0)), String.valueOf(row.text(1)), row.integer(2))));
        return values;
    }
}
