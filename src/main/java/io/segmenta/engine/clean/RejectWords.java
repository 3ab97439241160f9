package io.segmenta.engine.clean;

import io.segmenta.engine.columns.InstantFormat;
import io.segmenta.engine.columns.NumberFormat;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.Row;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says why a row was dropped. Reads rows of {@code row_number, drop_reason}, two flags whether date and money were
 * read, and the cells as read.
 */
record RejectWords(ColumnMapping mapping, List<String> headers) {
    static final int FIRST_CELL = 4;
    static final String COLUMNS =
            "row_number, drop_reason, CAST(instant IS NOT NULL AS INTEGER), CAST(quantity IS NOT NULL AS INTEGER)";
    private static final int LONGEST_QUOTE = 60;
    private static final Pattern MINUS = Pattern.compile("[-−–(]");

    Reject explain(Row row) {
        DropReason reason = DropReason.of(String.valueOf(row.text(1)));
        return new Reject(row.integer(0), reason, "Row " + row.integer(0) + words(reason, row), cells(row));
    }

    private List<String> cells(Row row) {
        return IntStream.range(0, headers.size())
                .mapToObj(i -> Objects.requireNonNullElse(row.text(FIRST_CELL + i), ""))
                .toList();
    }

    private String words(DropReason reason, Row row) {
        return switch (reason) {
            case CURRENCY -> at(Field.CURRENCY) + found(Field.CURRENCY, row) + " is another currency";
            case UNREADABLE -> unreadable(row);
            case OUTSIDE_PERIOD -> at(Field.TIMESTAMP) + found(Field.TIMESTAMP, row) + " is outside the chosen period";
            case FILTERED -> ": not of the customers, products or countries that were chosen";
            case STATE -> at(Field.STATUS) + found(Field.STATUS, row) + " is no completed sale";
            case OVERLAP -> ": its order stands in the file already, the same in every row";
            case DUPLICATE -> ": equal to an earlier row in every column";
            case MISSING_CUSTOMER -> expected("a customer", Field.CUSTOMER_ID, row);
            case MISSING_DESCRIPTION -> expected("a description", Field.DESCRIPTION, row);
            case RETURN ->
                String.valueOf(cell(Field.INVOICE_ID, row)).strip().startsWith("C")
                        ? at(Field.INVOICE_ID) + found(Field.INVOICE_ID, row) + " starts with C, a return"
                        : below(row);
            case ZERO_QUANTITY -> at(Field.QUANTITY) + "the quantity is 0";
            case NEGATIVE_PRICE -> at(Field.UNIT_PRICE) + "the price " + found(Field.UNIT_PRICE, row) + " is below 0";
        };
    }

    private String below(Row row) {
        Field signed = Stream.concat(Stream.of(Field.QUANTITY), Field.MONEY.stream())
                .filter(field -> MINUS.matcher(String.valueOf(cell(field, row))).find())
                .findFirst()
                .orElse(Field.QUANTITY);
        return at(signed) + found(signed, row) + " is below 0, a return";
    }

    private String unreadable(Row row) {
        if (row.integer(2) == 0) {
            return expected(InstantFormat.expected(mapping.dateOrder()), Field.TIMESTAMP, row);
        }
        Field money = mapping.money();
        return expected(
                NumberFormat.EXPECTED, row.integer(3) == 0 && money == Field.UNIT_PRICE ? Field.QUANTITY : money, row);
    }

    private String expected(String what, Field field, Row row) {
        return at(field) + "expected " + what + ", found " + found(field, row);
    }

    private String at(Field field) {
        return ", column " + mapping.header(field).orElse(field.label()) + ": ";
    }

    private String found(Field field, Row row) {
        String cell = cell(field, row);
        if (cell == null || cell.isBlank()) {
            return "nothing";
        }
        return "'" + (cell.length() > LONGEST_QUOTE ? cell.substring(0, LONGEST_QUOTE) + "…" : cell) + "'";
    }

    private @Nullable String cell(Field field, Row row) {
        return mapping.header(field)
                .map(headers::indexOf)
                .filter(i -> i >= 0)
                .map(i -> row.text(FIRST_CELL + i))
                .orElse(null);
    }
}
