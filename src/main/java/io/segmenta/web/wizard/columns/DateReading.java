package io.segmenta.web.wizard.columns;

import io.segmenta.engine.transactions.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows what a written date means in one order or the other; only for examples on screen, the engine reads the dates itself. */
final class DateReading {
    private static final Pattern THREE_NUMBERS =
            Pattern.compile("\\s*(\\d{1,4})[-/. ]+(\\d{1,2})[-/. ]+(\\d{1,4})(?:\\D.*)?", Pattern.DOTALL);

    private static final Pattern EIGHT_DIGITS = Pattern.compile("\\s*(\\d{4})(\\d{2})(\\d{2})\\s*");

    private DateReading() {}

    /** Empty where the text is no date in this order. */
    static Optional<LocalDate> read(String text, DateOrder order) {
        Matcher numbers = THREE_NUMBERS.matcher(text);
        if (!numbers.matches()) {
            numbers = EIGHT_DIGITS.matcher(text);
            if (order != DateOrder.YEAR_FIRST || !numbers.matches()) {
                return Optional.empty();
            }
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(2));
        int third = Integer.parseInt(numbers.group(3));
        try {
            return Optional.of(
                    switch (order) {
                        case YEAR_FIRST -> LocalDate.of(year(first), second, third);
                        case DAY_FIRST -> LocalDate.of(year(third), second, first);
                        case MONTH_FIRST -> LocalDate.of(year(third), first, second);
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(int number) {
        if (number >= 100 && number < 1000) {
            throw new DateTimeException("No year: " + number);
        }
        return number < 100 ? 2000 + number : number;
    }
}
