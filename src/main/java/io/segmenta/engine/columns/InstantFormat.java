package io.segmenta.engine.columns;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times in text. The time that is written counts, whatever its zone: a shop's day is the day on its own clock. Understood are
 * ISO dates whatever the order; the order's own with / - or . and two or four digits of the year; dates with words in them, see
 * {@link DateWords}; the serial days of Excel; seconds and milliseconds since 1970.
 *
 * <p>Rewriting a date and casting it takes 0.4 µs a row, while a failed try_strptime takes 0.6 µs a format: lists of formats are kept for
 * what is rare and recognised first.
 *
 * @param order of the numbers
 * @param shortYears what a year of two digits means
 * @param swapped whether a spreadsheet took days for months wherever it could: what has the year first has the day second then
 * @param span the days that are read
 * @param plain whether every cell is known to be {@link #plain}: then no other way is tried
 */
public record InstantFormat(DateOrder order, ShortYears shortYears, boolean swapped, DateSpan span, boolean plain) {
    private static final String TIME =
            "(?:[T ,]+(\\d{1,2}:\\d\\d(?::\\d\\d)?)(?:[.,]\\d+)?\\s*(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)?)?\\s*$";
    private static final String NUMBER = "\\s*\\d+(?:[.,]\\d+)?\\s*";
    private static final String PLAIN =
            NUMBER + "|\\s*(?:\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{2}|\\d{4}))" + TIME;
    private static final String AFTERNOON = "[\\s,]+(\\d{1,2}:\\d\\d(?::\\d\\d)?)\\s*([AaPp])\\.?\\s?[Mm]\\.?\\s*$";
    private static final String SHORT_DATE = "^\\s*(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{2}|\\d{4})";

    /** No date in words is longer. */
    private static final int LONGEST = 80;

    /** Formats that {@link #order(String)} understands. */
    public static final String DAY_FIRST = "d/m/y";

    public static final String MONTH_FIRST = "m/d/y";

    private static final Map<String, DateOrder> ORDERS =
            Map.of("dmy", DateOrder.DAY_FIRST, "mdy", DateOrder.MONTH_FIRST, "ymd", DateOrder.YEAR_FIRST);

    /** Three runs of letters; what stands for the time of day behind them is understood without being said. */
    private static final Pattern LETTERS = Pattern.compile(
            "(d{1,2}|m{1,4}|y{1,4})[-/. ]+(d{1,2}|m{1,4}|y{1,4})[-/. ,]+(d{1,2}|m{1,4}|y{1,4})(?:[ 't].*)?");

    private static final Pattern THREE_NUMBERS =
            Pattern.compile("\\s*(\\d{1,4})[-/. ]+(\\d{1,2})[-/. ]+(\\d{1,4})(?:\\D.*)?", Pattern.DOTALL);

    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\s*(\\d{4})(\\d{2})(\\d{2})\\s*");

    /** Where nothing was swapped and no date is too far off. */
    public InstantFormat(DateOrder order, ShortYears shortYears) {
        this(order, shortYears, false, DateSpan.ANY, false);
    }

    /** SQL of whether a cell is a date in numbers as nearly all files have it, or a number: those that need no words. */
    static String plain(String column) {
        return "regexp_full_match(" + column + ", '" + PLAIN + "')";
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
            if (first.length() > 2) {
                int day = Integer.parseInt(third);
                return Optional.of(
                        swapped ? LocalDate.of(year(first), day, second) : LocalDate.of(year(first), second, day));
            }
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

    /**
     * The instant in a text column; NULL where there is none. It may be any day: see {@link #within}. Each part is written once, since DuckDB
     * computes what occurs twice for every row in advance, the slow ways too.
     */
    public String sql(String column) {
        String date = "^\\s*(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})";
        String iso = "try_cast(" + column + " AS TIMESTAMP), " + rewritten(column, date, "\\1-\\2-\\3 \\4");
        // before anything that would take it as it stands
        String first = swapped ? rewritten(column, date, "\\1-\\3-\\2 \\4") + ", " : "";
        String numeric =
                switch (order) {
                    case YEAR_FIRST -> iso;
                    case DAY_FIRST -> ordered(column, "\\3-\\2-\\1 \\4") + ", " + iso;
                    case MONTH_FIRST -> ordered(column, "\\3-\\1-\\2 \\4") + ", " + iso;
                };
        return "coalesce(" + first + numeric + ", CASE WHEN regexp_full_match(" + column + ", '" + NUMBER + "') THEN "
                + serial(column) + (plain ? "" : words(column)) + " END)";
    }

    private String words(String column) {
        return " WHEN length(" + column + ") <= " + LONGEST + " AND regexp_matches(" + column
                + ", '[0-9٠-٩۰-۹０-９]') THEN coalesce(" + afternoon(column) + ", " + english(column) + ", "
                + DateWords.instant(column, order, shortYears) + ")";
    }

    /**
     * NULL where an instant is of a day that is not read.
     *
     * @param instant the name of a column that {@link #sql} computed, which a query around it asks once more at no cost
     */
    public String within(String instant) {
        return "CASE WHEN " + instant + " >= DATE '" + span.first() + "' AND " + instant + " < DATE '"
                + span.last().plusDays(1) + "' THEN " + instant + " END";
    }

    /** {@link #sql} within {@link #within}, where no query stands around it. */
    public String checked(String column) {
        return "list_transform([" + sql(column) + "], lambda t: " + within("t") + ")[1]";
    }

    private static String rewritten(String column, String date, String iso) {
        return "try_cast(trim(regexp_replace(" + column + ", '" + date + TIME + "', '" + iso + "')) AS TIMESTAMP)";
    }

    private String ordered(String column, String iso) {
        return "try_cast("
                + shortYears.inFull("trim(regexp_replace(" + column + ", '" + SHORT_DATE + TIME + "', '" + iso + "'))")
                + " AS TIMESTAMP)";
    }

    /** Common enough to be read without the words of other languages. */
    private String afternoon(String column) {
        String date =
                switch (order) {
                    case YEAR_FIRST -> "^\\s*(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})" + AFTERNOON + "', '\\1-\\2-\\3 ";
                    case DAY_FIRST -> SHORT_DATE + AFTERNOON + "', '\\3-\\2-\\1 ";
                    case MONTH_FIRST -> SHORT_DATE + AFTERNOON + "', '\\3-\\1-\\2 ";
                };
        return "try_strptime(" + shortYears.inFull("regexp_replace(" + column + ", '" + date + "\\4 \\5M')")
                + ", ['%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p'])";
    }

    /** As spreadsheets and programs write months in English: 7 µs a row where the words of all languages take 12. */
    private String english(String column) {
        String shortYear =
                "strftime(try_strptime(trim(" + column + "), ['%d-%b-%y', '%d-%b-%y %H:%M']), '%y-%m-%d %H:%M:%S')";
        return "try_cast(" + shortYears.inFull(shortYear) + " AS TIMESTAMP), try_strptime(trim(" + column
                + "), ['%d-%b-%Y', '%d %b %Y', '%b %d, %Y', '%d-%b-%Y %H:%M'])";
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
