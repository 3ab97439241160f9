package io.segmenta.ingest;

import io.segmenta.transactions.DateOrder;
import io.segmenta.transactions.TransactionStore;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides from all values of a date column in which order day, month and year stand. */
final class DateOrders {
    private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}\\D\\d{1,2}\\D.*|\\d{8}|\\d{4}年.*|\\d{10}");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})\\s?([-/. ])\\s?(\\d{1,2})\\s?\\2.*");

    private long yearFirst;
    private long dayFirst;
    private long monthFirst;
    private long either;

    private DateOrders() {}

    /** Empty where every date reads both ways, or where there is none. */
    static Optional<DateOrder> decide(TransactionStore store, String header) {
        String column = store.column(header);
        DateOrders votes = new DateOrders();
        // ten characters hold any date made of numbers, and a column has only as many of them as it has days
        String days = "SELECT left(trim(" + column + "), 10) AS day, count(*) FROM source WHERE " + column
                + " IS NOT NULL GROUP BY day LIMIT 200000";
        store.query(days, row -> votes.count(String.valueOf(row.text(0)), row.integer(1)));
        return votes.decision();
    }

    private void count(String day, long rows) {
        if (YEAR_FIRST.matcher(day).matches()) {
            yearFirst += rows;
            return;
        }
        Matcher numbers = SHORT.matcher(day);
        if (!numbers.matches()) {
            return;
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        if (first > 12 && second <= 12) {
            dayFirst += rows;
        } else if (second > 12 && first <= 12) {
            monthFirst += rows;
        } else if (numbers.group(2).equals(".")) {
            // only countries that put the day first separate with points
            dayFirst += rows;
        } else if (first <= 12) {
            either += rows;
        }
    }

    private Optional<DateOrder> decision() {
        if (yearFirst > 0 && yearFirst >= dayFirst + monthFirst + either) {
            return Optional.of(DateOrder.YEAR_FIRST);
        }
        if (dayFirst > monthFirst) {
            return Optional.of(DateOrder.DAY_FIRST);
        }
        return monthFirst > dayFirst ? Optional.of(DateOrder.MONTH_FIRST) : Optional.empty();
    }
}
