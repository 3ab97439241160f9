package io.segmenta.engine.clean;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.Sql;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows chosen by their country, product or customer.
 *
 * @param values what is looked for, upper and lower case being the same: a whole cell, or a part of one where {@code *} stands for any text;
 *     of a product both its code and its description are looked at
 */
public record RowFilter(Field field, Mode mode, List<String> values) {
    /** What people choose rows by, in the order in which it is offered; states and currencies are asked for elsewhere. */
    public static final List<Field> FIELDS = List.of(Field.COUNTRY, Field.PRODUCT_ID, Field.CUSTOMER_ID);

    /** What rows can be chosen by. */
    public static final List<Field> ALL =
            List.of(Field.COUNTRY, Field.PRODUCT_ID, Field.CUSTOMER_ID, Field.STATUS, Field.CURRENCY);

    private static final int MOST_VALUES = 10_000;

    /** What becomes of the rows that are found. */
    public enum Mode {
        /** only they count */
        ONLY,
        /** all others count */
        EXCEPT
    }

    public RowFilter {
        values = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        String name = field.label().toLowerCase(Locale.ROOT);
        if (!ALL.contains(field)) {
            throw new UserFacingException(
                    "Rows cannot be chosen by " + name + ". Choose them by customer, product or country.");
        }
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new UserFacingException("A filter by " + name + " needs 1 to 10,000 values, not " + values.size()
                    + ". A part of a word between two * stands for many, as in *mug*.");
        }
    }

    /** Whether people choose by it whom and what to look at; what is a sale, and what can be added, are other questions. */
    boolean isOfChoice() {
        return FIELDS.contains(field);
    }

    /** The condition under which a row with typed columns leaves; never NULL. */
    String leaves() {
        String found = columns().map(this::found).collect(Collectors.joining(" OR "));
        return mode == Mode.ONLY ? "NOT (" + found + ")" : "(" + found + ")";
    }

    private Stream<String> columns() {
        return switch (field) {
            case PRODUCT_ID -> Stream.of("product_id", "description");
            case COUNTRY -> Stream.of("country");
            case STATUS -> Stream.of("status");
            case CURRENCY -> Stream.of("currency");
            default -> Stream.of("customer_id");
        };
    }

    private String found(String column) {
        String whole = values.stream()
                .filter(value -> !value.contains("*"))
                .map(value -> "lower(" + Sql.text(value) + ")")
                .collect(Collectors.joining(", ", "lower(" + column + ") IN (", ")"));
        Stream<String> parts = values.stream()
                .filter(value -> value.contains("*"))
                .map(value -> "lower(" + column + ") LIKE lower(" + Sql.text(pattern(value)) + ") ESCAPE '\\'");
        boolean onlyParts = values.stream().allMatch(value -> value.contains("*"));
        return Stream.concat(onlyParts ? Stream.empty() : Stream.of(whole), parts)
                .map(condition -> "coalesce(" + condition + ", false)")
                .collect(Collectors.joining(" OR "));
    }

    private static String pattern(String value) {
        return value.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%');
    }
}
