package io.segmenta.engine.columns;

import io.segmenta.engine.columns.DateColumn.Notation;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.transactions.TransactionStore.Inquiry;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Decides from all values of a column in which order day, month and year stand, where they stand in numbers at all. */
final class DateOrders {
    private static final int EXAMPLES = 3;
    private static final int DAY_LENGTH = 10;
    /** Beginnings of cells, in a column that holds something else than dates. */
    private static final int MOST_DAYS = 200_000;

    /** Of the beginning of a cell: a letter or sign where numbers alone would not have one. */
    private static final String HAS_WORDS = "^[^\\d]*\\p{L}|^\\d{1,4}[^\\d\\p{L}]*\\p{L}";
    /** So few days on either side may be what they are by chance. */
    private static final int FEW_DAYS = 3;

    private static final int ENOUGH_DAYS = 8;
    private static final Pattern YEAR_FIRST =
            Pattern.compile("\\d{4}([-/.])\\s?\\d{1,2}\\1\\s?(\\d{1,2}).*|(?:19|2[01])\\d{6}");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})\\s?([-/. ])\\s?(\\d{1,2})\\s?\\2.*");
    /** Day, month and year in any sequence, the month by its name; see {@link DateWords#translated}. */
    private static final Pattern MONTH_NAME = Pattern.compile(
            "\\W*(?:\\d{1,2}\\W*M\\W*(?:\\d{4}|\\d\\d)|M\\W+\\d{1,2}\\W+(?:\\d{4}|\\d\\d)|\\d{4}\\W*M\\W*\\d{1,2})(?:\\D.*)?"
                    .replace("M", DateWords.MONTH_MARK + "\\d{1,2}"));

    /** What has words in it is translated, once for each spelling, up to so many of them. */
    private static final int SPELLINGS = 20_000;

    /** No date in words is longer. */
    private static final int LONGEST = 80;

    /** From 1982 to 2119: what is less is more likely to be something else. */
    private static final Pattern DAY_COUNT = Pattern.compile("[3-7]\\d{4}(?:[.,]\\d*)?");

    private static final Pattern WORDS = Pattern.compile(HAS_WORDS);
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");

    private final Map<Notation, Long> notations = new EnumMap<>(Notation.class);
    /** The beginnings of cells, by their day. */
    private final Map<String, String> seen = new LinkedHashMap<>();

    private final Map<String, String> readBothWays = new LinkedHashMap<>();
    private final Map<String, Long> days = new LinkedHashMap<>();
    private long rows;
    private long dayFirst;
    private long monthFirst;
    private long either;
    /** Days, not rows: those of dates with the year first, and those from the thirteenth on among them. */
    private int yearFirst;

    private int lateYearFirst;
    /** Days that can be read in one way only. */
    private int oneWay;

    private boolean hasWords;
    private boolean plain = true;

    private DateOrders() {}

    /** With examples and the meaning of short years. */
    static DateColumn decide(TransactionStore store, String header, LocalDate today) {
        return store.once(new Decision(header, today));
    }

    private record Decision(String header, LocalDate today) implements Inquiry<DateColumn> {
        @Override
        public DateColumn answer(TransactionStore store) {
            String column = store.column(header);
            return of(store, header).decision(store, column, ShortYears.of(store, column, today));
        }
    }

    /** The votes of all dates in the column. */
    static DateOrders of(TransactionStore store, String header) {
        String column = store.column(header);
        DateOrders votes = ofNumbers(store, column);
        return votes.hasWords ? store.once(new Votes(column, true)) : votes;
    }

    /** @param translated whether words are understood too */
    private record Votes(String column, boolean translated) implements Inquiry<DateOrders> {
        @Override
        public DateOrders answer(TransactionStore store) {
            DateOrders votes = counted(store, column);
            if (translated) {
                votes.translate(store, column);
            }
            return votes;
        }
    }

    /**
     * The votes of dates that are written in numbers alone.
     *
     * @param column SQL of a text column
     */
    static DateOrders ofNumbers(TransactionStore store, String column) {
        return store.once(new Votes(column, false));
    }

    private static DateOrders counted(TransactionStore store, String column) {
        DateOrders votes = new DateOrders();
        String days = days(column);
        store.query(
                "SELECT " + days + " AS day, count(*), max(length(trim(" + column + "))), count(*) FILTER (NOT "
                        + InstantFormat.plain(column) + ") FROM source WHERE " + column
                        + " IS NOT NULL GROUP BY day ORDER BY day LIMIT " + MOST_DAYS,
                row -> {
                    votes.days.put(String.valueOf(row.text(0)), row.integer(1));
                    votes.count(String.valueOf(row.text(0)), row.integer(2), row.integer(1));
                    votes.plain &= row.integer(3) == 0;
                });
        votes.plain &= votes.days.size() < MOST_DAYS;
        return votes;
    }

    /** Whether all cells are dates in numbers alone, see {@link InstantFormat#plain}. */
    boolean plain() {
        return plain;
    }

    /** Counts the dates that have words in them: what they say shows only after those. */
    private void translate(TransactionStore store, String column) {
        store.query(
                "SELECT cell, number, " + DateWords.translated("cell") + " FROM (SELECT left(trim(" + column + "), "
                        + LONGEST + ") AS cell, count(*) AS number FROM source WHERE regexp_matches(" + days(column)
                        + ", '" + HAS_WORDS + "') AND regexp_matches(" + column
                        + ", '[0-9٠-٩۰-۹０-９]') GROUP BY cell ORDER BY cell LIMIT " + SPELLINGS + ")",
                row -> {
                    String cell = String.valueOf(row.text(0));
                    String day = cell.substring(0, Math.min(DAY_LENGTH, cell.length()));
                    String text = String.valueOf(row.text(2)).strip();
                    Matcher numbers = SHORT.matcher(text);
                    if (MONTH_NAME.matcher(text).matches()) {
                        vote(Notation.MONTH_NAME, row.integer(1), day);
                    } else if (YEAR_FIRST.matcher(text).matches()) {
                        vote(Notation.NUMBERS, row.integer(1), day);
                    } else if (numbers.matches()) {
                        count(numbers, row.integer(1), day);
                    }
                });
    }

    /** Ten characters hold any date made of numbers, and a column has only as many of them as it has days. */
    private static String days(String column) {
        return "left(trim(" + column + "), " + DAY_LENGTH + ")";
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
        Matcher yearFirst = YEAR_FIRST.matcher(day);
        if (yearFirst.matches()) {
            vote(Notation.NUMBERS, rows, day);
            countYearFirst(yearFirst.group(2));
        } else if (numbers.matches()) {
            count(numbers, rows, day);
        } else if (WORDS.matcher(day).find()) {
            hasWords = true;
        } else if (DAY_COUNT.matcher(day).matches()) {
            vote(Notation.DAY_COUNT, rows, day);
        } else if (SECONDS.matcher(day).matches() && length == day.length()) {
            vote(Notation.EPOCH_SECONDS, rows, day);
        } else if (MILLIS.matcher(day + "0".repeat(Math.clamp(length - day.length(), 0, 4)))
                .matches()) {
            vote(Notation.EPOCH_MILLIS, rows, day);
        }
    }

    private void countYearFirst(@Nullable String day) {
        if (day != null) {
            yearFirst++;
            lateYearFirst += Integer.parseInt(day) > 12 ? 1 : 0;
        }
    }

    private void count(Matcher numbers, long rows, String day) {
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        String separator = numbers.group(2);
        if (first > 31 || second > 31 || (first > 12 && second > 12)) {
            return;
        }
        boolean both = first <= 12 && second <= 12;
        oneWay += both ? 0 : 1;
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
        if (orders.size() > 1) {
            orders = SortedDates.orders(store, column, orders, shortYears);
        }
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
        return new DateColumn(notation, orders, examples, shortYears, swapped());
    }

    /** Neither half of the year-first dates nor of the others would keep to its part of the month by chance. */
    boolean swapped() {
        return lateYearFirst == 0
                && either == 0
                && (dayFirst == 0) != (monthFirst == 0)
                && Math.min(yearFirst, oneWay) >= FEW_DAYS
                && yearFirst + oneWay >= ENOUGH_DAYS;
    }

    /** How many rows have which day, where they write it in numbers. */
    NavigableMap<LocalDate, Long> rows(InstantFormat format) {
        NavigableMap<LocalDate, Long> rows = new TreeMap<>();
        days.forEach((day, number) -> format.day(day).ifPresent(date -> rows.merge(date, number, Long::sum)));
        return rows;
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
