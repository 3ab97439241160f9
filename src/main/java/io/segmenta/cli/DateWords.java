package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.DateOrder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and formats of dates as they are written after an option. */
final class DateWords {
    private static final Map<String, DateOrder> ORDERS =
            Map.of("dmy", DateOrder.DAY_FIRST, "mdy", DateOrder.MONTH_FIRST, "ymd", DateOrder.YEAR_FIRST);

    /** Three runs of letters; what stands for the time of day behind them is understood without being said. */
    private static final Pattern FORMAT = Pattern.compile(
            "(d{1,2}|m{1,4}|y{1,4})[-/. ]+(d{1,2}|m{1,4}|y{1,4})[-/. ,]+(d{1,2}|m{1,4}|y{1,4})(?:[ 't].*)?");

    private DateWords() {}

    /** Reads d/m/y, M/d/yyyy, dd.MM.yyyy HH:mm, y-M-d and the like: the order of the letters counts, dates are read with any separator. */
    static DateOrder order(String format) {
        Matcher letters = FORMAT.matcher(format.strip().toLowerCase(Locale.ROOT));
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

    /** @param option what it was given for */
    static @Nullable LocalDate day(@Nullable String text, String option) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new UserFacingException(
                    "\"" + text + "\" after " + option
                            + " is not a day. Write it as year-month-day, for example 2024-12-31.",
                    e);
        }
    }
}
