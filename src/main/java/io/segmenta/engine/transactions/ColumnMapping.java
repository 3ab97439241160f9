package io.segmenta.engine.transactions;

import io.segmenta.engine.base.UserFacingException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which header of the file is which field, and how its dates are read. Complete by construction: every required field is mapped and one of {@link Field#MONEY}, no
 * header serves two fields; the constructor throws a {@link UserFacingException} otherwise.
 *
 * @param decimals how its numbers are written, where somebody or the file as a whole said so; null where the cells of the columns decide
 */
public record ColumnMapping(
        Map<Field, String> headers,
        DateOrder dateOrder,
        @Nullable DecimalMark decimals) {
    /** Where the cells decide how numbers are written. */
    public ColumnMapping(Map<Field, String> headers, DateOrder dateOrder) {
        this(headers, dateOrder, null);
    }

    public ColumnMapping {
        EnumMap<Field, String> copy = new EnumMap<>(Field.class);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
        String missing = Stream.of(Field.values())
                .filter(f -> f.required() && !copy.containsKey(f))
                .map(Field::label)
                .collect(Collectors.joining(", "));
        if (missing.isEmpty() && Field.MONEY.stream().noneMatch(copy::containsKey)) {
            missing = Field.MONEY.stream().map(Field::label).collect(Collectors.joining(" or "));
        }
        if (!missing.isEmpty()) {
            throw new UserFacingException("No column is chosen for: " + missing + ". Choose the column that holds it.");
        }
        requireDistinct(copy);
    }

    /** @throws UserFacingException where two fields have one header */
    public static void requireDistinct(Map<Field, String> headers) {
        Map<String, Field> used = new HashMap<>();
        headers.forEach((field, header) -> {
            Field other = used.put(header, field);
            if (other != null) {
                throw new UserFacingException("The column \"" + header + "\" is chosen for both " + other.label()
                        + " and " + field.label() + ". Choose a different column for one of them.");
            }
        });
    }

    /** The first of {@link Field#MONEY} that has a column: what a row is worth. */
    public Field money() {
        return Field.MONEY.stream().filter(headers::containsKey).findFirst().orElseThrow();
    }

    public Optional<String> header(Field field) {
        return Optional.ofNullable(headers.get(field));
    }
}
