package io.segmenta.web.component.form;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.segmenta.web.component.Formats;
import java.time.temporal.WeekFields;

/** A day, in the user's way to write one. */
public final class DayField extends DatePicker {
    private static final int DAYS_OF_WEEK = 7;

    /** @param key of the words: label and, with {@code .help}, what stands below */
    public DayField(String key, Formats formats) {
        setLabel(getTranslation(key));
        setHelperText(getTranslation(key + ".help"));
        setLocale(formats.locale());
        int first = WeekFields.of(formats.locale()).getFirstDayOfWeek().getValue();
        setI18n(new DatePickerI18n().setFirstDayOfWeek(first % DAYS_OF_WEEK));
        setManualValidation(true);
    }
}
