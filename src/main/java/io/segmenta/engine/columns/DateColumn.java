package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.DateOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How the dates of a column are written, from all its cells.
 *
 * @param notation of most of the dates
 * @param orders in which the dates can be read: one where that is decided, {@link DateOrder#DAY_FIRST} and {@link DateOrder#MONTH_FIRST}
 *     where each date reads both ways, none where the column holds no dates
 * @param examples up to three cells as written, of different days; such that the orders read them differently where there are any
 * @param shortYears what years of two digits mean in it
 * @param swapped whether a spreadsheet seems to have taken days for months in a part of them: those that it could read so are real dates, up
 *     to the twelfth of each month, and the others are text, from the thirteenth on. They are read as they stand.
 */
public record DateColumn(
        Notation notation, List<DateOrder> orders, List<String> examples, ShortYears shortYears, boolean swapped) {
    /** How a date is written. */
    public enum Notation {
        NUMBERS("day, month and year in numbers"),
        MONTH_NAME("the month by its name"),
        DAY_COUNT("days since 1900, as spreadsheets count"),
        EPOCH_SECONDS("seconds since 1970"),
        EPOCH_MILLIS("milliseconds since 1970"),
        NONE("no dates");

        private final String label;

        Notation(String label) {
            this.label = label;
        }

        /** As shown on screen. */
        public String label() {
            return label;
        }
    }

    /** Where nothing is swapped. */
    public DateColumn(Notation notation, List<DateOrder> orders, List<String> examples, ShortYears shortYears) {
        this(notation, orders, examples, shortYears, false);
    }

    public DateColumn {
        orders = List.copyOf(orders);
        examples = List.copyOf(examples);
    }

    /** The one order in which the dates can be read. */
    public Optional<DateOrder> decided() {
        return orders.size() == 1 ? Optional.of(orders.getFirst()) : Optional.empty();
    }

    /** What a cell means in an order, as the cleaning reads it; empty where it is no date in numbers. */
    public Optional<LocalDate> day(String cell, DateOrder order) {
        return new InstantFormat(order, shortYears).day(cell);
    }

    /** Whether somebody who knows the file must say which order it is. */
    public boolean ambiguous() {
        return orders.size() > 1;
    }
}
