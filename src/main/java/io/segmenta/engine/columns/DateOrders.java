package io.segmenta.engine.columns;

import io.segmenta.engine.columns.DateColumn.Notation;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides from all values of a column in which order day, month and year stand, where they stand in numbers at all. */
final class DateOrders {
    private static final int EXAMPLES = 3;
    private static final Pattern YEAR_FIRST =
            Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d.*|\\d{4}年.*|(?:19|2[01])\\d{6}");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})\\s?([-/. ])\\s?(\\d{1,2})\\s?\\2.*");
    private static final Pattern MONTH_NAME =
            Pattern.compile("(?i).*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*");
    /** From 1982 to 2119: what is less is more likely to be something else. */
    private static final Pattern DAY_COUNT = Pattern.compile("[3-7]\\d{4}(?:[.,]\\d*)?");

    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");

    private final Map<Notation, Long> notations = new EnumMap<>(Notation.class);
    /** The beginnings of cells, by their day. */
    private final Map<String, String> seen = new LinkedHashMap<>();

    private final Map<String, String> readBothWays = new LinkedHashMap<>();
    private long rows;
    private long dayFirst;
    private long monthFirst;
    private long either;

    private DateOrders() {}

    /** With examples and the meaning of short years. */
    static DateColumn decide(TransactionStore store, String header, LocalDate today) {
        String column = store.column(header);
        return of(store, header).decision(store, column, ShortYears.of(store, column, today));
    }

    /** The votes of all dates in the column. */
    static DateOrders of(TransactionStore store, String header) {
        String column = store.column(header);
        DateOrders votes = new DateOrders();
        String days = days(column);
        store.query(
                "SELECT " + days + " AS day, count(*), max(length(trim(" + column + "))) FROM source WHERE " + column
                        + " IS NOT NULL GROUP BY day ORDER BY day LIMIT 200000",
                row -> votes.count(String.valueOf(row.text(0)), row.integer(2), row.integer(1)));
        return votes;
    }

    /** Ten characters hold any date made of numbers, and a column has only as many of them as it has days. */
    private static String days(String column) {
        return "left(trim(" + column + "), 10)";
    }

    /** The one order in which the dates can be read. */
    Optional<DateOrder> decided() {
        List<DateOrder> orders = notation() == Notation.NONE ? List.of() : orders();
        return orders.size() == 1 ? Optional.of(orders.getFirst()) : Optional.empty();
    }

    /** @param length of the longest cell that begins with {@code day} */
    private void count(String day, long length, long rows) {
        this.rows += rows;
        Matcher numbers = SHORT.matcher(day);
        if (YEAR_FIRST.matcher(day).matches()) {
            vote(Notation.NUMBERS, rows, day);
        } else if (numbers.matches()) {
            count(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(3)), numbers.group(2), rows, day);
        } else if (MONTH_NAME.matcher(day).matches()) {
            vote(Notation.MONTH_NAME, rows, day);
        } else if (DAY_COUNT.matcher(day).matches()) {
            vote(Notation.DAY_COUNT, rows, day);
        } else if (SECONDS.matcher(day).matches() && length == day.length()) {
            vote(Notation.EPOCH_SECONDS, rows, day);
        } else if (MILLIS.matcher(day + "0".repeat(Math.clamp(length - day.length(), 0, 4)))
                .matches()) {
            vote(Notation.EPOCH_MILLIS, rows, day);
        }
    }

    private void count(int first, int second, String separator, long rows, String day) {
        if (first > 31 || second > 31 || (first > 12 && second > 12)) {
            return;
        }
        boolean both = first <= 12 && second <= 12;
        // only countries that put the day first separate with points
        if (first > 12 || (both && separator.equals("."))) {
            dayFirst += rows;
        } else if (second > 12) {
            monthFirst += rows;
        } else {
            either += rows;
            if (first != second) {
                readBothWays.putIfAbsent(first + separator + second, day);
            }
        }
        vote(Notation.NUMBERS, rows, first + separator + second, day);
    }

    private void vote(Notation notation, long rows, String day) {
        vote(notation, rows, day, day);
    }

    private void vote(Notation notation, long rows, String day, String cell) {
        notations.merge(notation, rows, Long::sum);
        seen.putIfAbsent(day, cell);
    }

    private DateColumn decision(TransactionStore store, String column, ShortYears shortYears) {
        Notation notation = notation();
        if (notation == Notation.NONE) {
            return new DateColumn(notation, List.of(), List.of(), shortYears);
        }
        List<DateOrder> orders = orders();
        List<String> from = List.copyOf((orders.size() > 1 && !readBothWays.isEmpty() ? readBothWays : seen).values());
        int count = Math.min(EXAMPLES, from.size());
        // spread over the column rather than neighbours
        List<String> beginnings = IntStream.range(0, count)
                .mapToObj(i -> from.get((int) ((long) i * from.size() / count)))
                .toList();
        Map<String, String> cells = new HashMap<>();
        if (!beginnings.isEmpty()) {
            store.query(
                    "SELECT " + days(column) + " AS day, min(trim(" + column + ")) FROM source WHERE day IN ("
                            + beginnings.stream().map(Sql::text).collect(Collectors.joining(", ")) + ") GROUP BY day",
                    row -> cells.put(String.valueOf(row.text(0)), String.valueOf(row.text(1))));
        }
        List<String> examples =
                beginnings.stream().map(day -> cells.getOrDefault(day, day)).toList();
        return new DateColumn(notation, orders, examples, shortYears);
    }

    /** Mere numbers are dates only where they are the rule: some article codes look like counted days too. */
    private Notation notation() {
        return notations.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getKey() == Notation.NUMBERS
                        || most.getKey() == Notation.MONTH_NAME
                        || 2 * most.getValue() > rows)
                .map(Map.Entry::getKey)
                .orElse(Notation.NONE);
    }

    /** The year first is read in any order, so what is written otherwise decides. */
    private List<DateOrder> orders() {
        if (dayFirst != monthFirst) {
            return List.of(dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
        }
        if (either > 0 || dayFirst > 0) {
            return List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST);
        }
        return notations.isEmpty() ? List.of() : List.of(DateOrder.YEAR_FIRST);
    }
}
