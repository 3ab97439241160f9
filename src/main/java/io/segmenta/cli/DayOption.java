package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days as they are written after an option. */
final class DayOption {
    private DayOption() {}

    /**
     * @param option what it was given for
     * @throws UserFacingException where it is not written year-month-day
     */
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
