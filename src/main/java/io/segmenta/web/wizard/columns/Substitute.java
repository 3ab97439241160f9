package io.segmenta.web.wizard.columns;

import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.ImpliedColumn;
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

    boolean is(String header) {
        return switch (this) {
            case ORDER_PER_DAY -> new ImpliedColumn(header).isOrder();
            case ONE_PRODUCT -> header.equals(ImpliedColumn.ONE_PRODUCT.name());
            case ONE_PIECE -> header.equals(ImpliedColumn.ONE_PIECE.name());
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
                        : Optional.of(ImpliedColumn.order(customer, date).name());
            case ONE_PRODUCT -> Optional.of(ImpliedColumn.ONE_PRODUCT.name());
            case ONE_PIECE -> Optional.of(ImpliedColumn.ONE_PIECE.name());
        };
    }
}
