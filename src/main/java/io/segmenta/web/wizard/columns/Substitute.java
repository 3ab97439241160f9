package io.segmenta.web.wizard.columns;

import io.segmenta.engine.transactions.ColumnName;
import io.segmenta.engine.transactions.DerivedColumn;
import io.segmenta.engine.transactions.DerivedColumn.OnePiece;
import io.segmenta.engine.transactions.DerivedColumn.OneProduct;
import io.segmenta.engine.transactions.DerivedColumn.OrderPerDay;
import io.segmenta.engine.transactions.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What can stand for a field that a file does not have. */
enum Substitute {
    ORDER_PER_DAY(Field.INVOICE_ID),
    ONE_PRODUCT(Field.PRODUCT_ID),
    ONE_PIECE(Field.QUANTITY);

    private final Field field;

    Substitute(Field field) {
        this.field = field;
    }

    static Optional<Substitute> of(Field field) {
        return Stream.of(values()).filter(s -> s.field == field).findFirst();
    }

    /** Of the texts that name and explain it. */
    String key() {
        return "columns.instead." + field.key();
    }

    /** @param headers of the file */
    boolean is(String name, List<String> headers) {
        DerivedColumn derived = new ColumnName(name, headers).derived().orElse(null);
        return switch (this) {
            case ORDER_PER_DAY -> derived instanceof OrderPerDay;
            case ONE_PRODUCT -> derived instanceof OneProduct;
            case ONE_PIECE -> derived instanceof OnePiece;
        };
    }

    /**
     * What the mapping calls it; empty where what it is made of is not chosen yet.
     *
     * @param columns those chosen so far
     */
    Optional<String> header(Map<Field, String> columns) {
        String customer = columns.get(Field.CUSTOMER_ID);
        String date = columns.get(Field.TIMESTAMP);
        return switch (this) {
            case ORDER_PER_DAY ->
                customer == null || date == null
                        ? Optional.empty()
                        : Optional.of(new OrderPerDay(customer, date).name());
            case ONE_PRODUCT -> Optional.of(new OneProduct().name());
            case ONE_PIECE -> Optional.of(new OnePiece().name());
        };
    }
}
