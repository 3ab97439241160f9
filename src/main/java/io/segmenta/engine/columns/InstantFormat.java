package io.segmenta.engine.columns;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates and times in text. The time that is written counts, whatever its zone: a shop's day is the day on its own clock. Understood are
 * ISO dates whatever the order; the order's own with / - or . and two or four digits of the year; names of months; the serial days of
 * Excel; seconds and milliseconds since 1970.
 *
 * <p>Rewriting a date and casting it takes 0.4 µs a row, while a failed try_strptime takes 0.6 µs a format: lists of formats are kept for
 * what is rare and recognised first.
 *
 * @param order of the numbers
 * @param shortYears what a year of two digits means
 */
public record InstantFormat(DateOrder order, ShortYears shortYears) {
    private static final String TIME =
            "(?:[T ,]+(\\d{1,2}:\\d\\d(?::\\d\\d)?)(?:[.,]\\d+)?\\s*(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)?)?\\s*$";
    private static final String AFTERNOON = "(?i)\\d\\s*[ap]\\.?m\\.?$";
    private static final String MONTH = "(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\D*\\d";
    private static final List<String> NAMED =
            List.of("%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%Y-%b-%d");
    private static final List<String> NAMED_SHORT = List.of("%d-%b-%y");

    private static final Map<String, DateOrder> ORDERS =
            Map.of("dmy", DateOrder.DAY_FIRST, "mdy", DateOrder.MONTH_FIRST, "ymd", DateOrder.YEAR_FIRST);

    /** Three runs of letters; what stands for the time of day behind them is understood without being said. */
    private static final Pattern LETTERS = Pattern.compile(
            "(d{1,2}|m{1,4}|y{1,4})[-/. ]+(d{1,2}|m{1,4}|y{1,4})[-/. ,]+(d{1,2}|m{1,4}|y{1,4})(?:[ 't].*)?");

    private static final Pattern THREE_NUMBERS =
            Pattern.compile("\\s*(\\d{1,4})[-/. ]+(\\d{1,2})[-/. ]+(\\d{1,4})(?:\\D.*)?", Pattern.DOTALL);

    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\s*(\\d{4})(\\d{2})(\\d{2})\\s*");

    /**
     * For one column of a store.
     *
     * @param column SQL of a text column
     * @param today of the reader; see {@link ShortYears}
     */
    public static InstantFormat of(TransactionStore store, String column, DateOrder order, LocalDate today) {
        // where the year stands first it has four digits
        return new InstantFormat(
                order, order == DateOrder.YEAR_FIRST ? ShortYears.of(today) : ShortYears.of(store, column, today));
    }

    /**
     * The order that a format such as d/m/y, M/d/yyyy, dd.MM.yyyy HH:mm or y-M-d stands for: that of its letters, whatever is between them.
     *
     * @throws UserFacingException where it does not name day, month and year
     */
    public static DateOrder order(String format) {
        Matcher letters = LETTERS.matcher(format.strip().toLowerCase(Locale.ROOT));
        DateOrder order = letters.matches()
                ? ORDERS.get("" + letters.group(1).charAt(0) + letters.group(2).charAt(0)
                        + letters.group(3).charAt(0))
                : null;
        if (order == null) {
            throw new UserFacingException("The date format \"" + format
                    + "\" is not known. Choose d/m/y, m/d/y or y-m-d, the order of day, month and year.");
        }
        return order;
    }

    /** What a cell should hold, for people: "a date as day/month/year". */
    public static String expected(DateOrder order) {
        return "a date as " + order.label();
    }

    /** The day in a text of three numbers, to show what it means; empty where it is none in this order. */
    Optional<LocalDate> day(String text) {
        Matcher numbers = THREE_NUMBERS.matcher(text);
        if (!numbers.matches()) {
            numbers = EIGHT_DIGITS.matcher(text);
            if (order != DateOrder.YEAR_FIRST || !numbers.matches()) {
                return Optional.empty();
            }
        }
        String first = numbers.group(1);
        int second = Integer.parseInt(numbers.group(2));
        String third = numbers.group(3);
        try {
            return Optional.of(
                    switch (order) {
                        case YEAR_FIRST -> LocalDate.of(year(first), second, Integer.parseInt(third));
                        case DAY_FIRST -> LocalDate.of(year(third), second, Integer.parseInt(first));
                        case MONTH_FIRST -> LocalDate.of(year(third), Integer.parseInt(first), second);
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int year(String digits) {
        int number = Integer.parseInt(digits);
        if (number >= 100 && number < 1000) {
            throw new DateTimeException("No year: " + number);
        }
        return number < 100 ? shortYears.year(number) : number;
    }

    /** The instant in a text column; NULL where there is none or where it is before 1900 or after 2199. */
    public String sql(String column) {
        String iso = "try_cast(" + column + " AS TIMESTAMP), "
                + rewritten(column, "^\\s*(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})", "\\1-\\2-\\3 \\4");
        String numeric =
                switch (order) {
                    case YEAR_FIRST -> iso;
                    case DAY_FIRST -> ordered(column, "\\3-\\2-\\1 \\4") + ", " + iso;
                    case MONTH_FIRST -> ordered(column, "\\3-\\1-\\2 \\4") + ", " + iso;
                };
        String instant = "coalesce(" + numeric + ", CASE WHEN regexp_matches(" + column + ", '" + AFTERNOON + "') THEN "
                + named(column, shortDates(), dates(), List.of(" %I:%M:%S %p", " %I:%M %p"))
                + " WHEN regexp_matches(" + column + ", '" + MONTH + "') THEN "
                + named(column, Stream.of(), Stream.of(), List.of("", " %H:%M:%S", " %H:%M", ", %H:%M:%S", ", %H:%M"))
                + " ELSE " + serial(column) + " END)";
        return "CASE WHEN " + instant + " BETWEEN TIMESTAMP '1900-01-01' AND TIMESTAMP '2199-12-31 23:59:59' THEN "
                + instant + " END";
    }

    private static String rewritten(String column, String date, String iso) {
        return "try_cast(trim(regexp_replace(" + column + ", '" + date + TIME + "', '" + iso + "')) AS TIMESTAMP)";
    }

    private String ordered(String column, String iso) {
        return "try_cast("
                + shortYears.inFull("trim(regexp_replace(" + column
                        + ", '^\\s*(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2}|\\d{4})" + TIME + "', '" + iso + "'))")
                + " AS TIMESTAMP)";
    }

    private Stream<String> shortDates() {
        return switch (order) {
            case YEAR_FIRST -> Stream.of();
            case DAY_FIRST -> Stream.of("%d/%m/%y");
            case MONTH_FIRST -> Stream.of("%m/%d/%y");
        };
    }

    private Stream<String> dates() {
        return switch (order) {
            case YEAR_FIRST -> Stream.of("%Y-%m-%d", "%Y/%m/%d");
            case DAY_FIRST -> Stream.of("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d");
            case MONTH_FIRST -> Stream.of("%m/%d/%Y", "%m-%d-%Y", "%Y-%m-%d");
        };
    }

    /** By lists of formats, those with the month's name among them; what was read of a short year is written with two digits again. */
    private String named(String column, Stream<String> shortDates, Stream<String> dates, List<String> times) {
        String ofShortYears = parsed(column, Stream.concat(shortDates, NAMED_SHORT.stream()), times);
        return "coalesce(try_cast(" + shortYears.inFull("strftime(" + ofShortYears + ", '%y-%m-%d %H:%M:%S')")
                + " AS TIMESTAMP), "
                + parsed(column, Stream.concat(dates, NAMED.stream()), times) + ")";
    }

    private static String parsed(String column, Stream<String> dates, List<String> times) {
        return dates.flatMap(date -> times.stream().map(time -> Sql.text(date + time)))
                .collect(Collectors.joining(", ", "try_strptime(trim(" + column + "), [", "])"));
    }

    private static String serial(String column) {
        String days = "CAST(round(CAST(replace(" + column + ", ',', '.') AS DOUBLE) * 86400) AS BIGINT)";
        return "CASE WHEN regexp_full_match(" + column + ", '(19|2[01])\\d{6}') THEN try_strptime(" + column
                + ", '%Y%m%d')"
                + " WHEN regexp_full_match(" + column + ", '\\d{9,10}') THEN epoch_ms(CAST(" + column
                + " || '000' AS BIGINT))"
                + " WHEN regexp_full_match(" + column + ", '\\d{12,13}') THEN epoch_ms(CAST(" + column + " AS BIGINT))"
                + " WHEN regexp_full_match(" + column
                + ", '[1-9]\\d{0,4}([.,]\\d+)?') THEN TIMESTAMP '1899-12-30' + to_seconds("
                + days + ") END";
    }
}
