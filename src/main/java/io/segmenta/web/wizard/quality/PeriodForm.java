package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.web.component.Formats;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import org.jspecify.annotations.Nullable;

/** From which day to which. Days in the wrong order are answered beside them and tell nobody. */
final class PeriodForm extends Div {
    private static final int DAYS_OF_WEEK = 7;

    private final transient Formats formats;
    private final transient Runnable changed;
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Button whole;
    private final Button year;
    private boolean settled;

    PeriodForm(CleaningRules rules, Formats formats, Runnable changed) {
        this.formats = formats;
        this.changed = changed;
        addClassName("period-form");
        prepare(from, "quality.from", "quality.from.help", rules.from());
        prepare(to, "quality.to", "quality.to.help", rules.to());
        whole = new Button(getTranslation("quality.period.whole"), click -> choose(null, null));
        year = new Button(getTranslation("quality.period.year"));
        whole.addThemeVariants(ButtonVariant.TERTIARY);
        year.addThemeVariants(ButtonVariant.TERTIARY);
        year.setVisible(false);
        Div presets = new Div(whole, year);
        presets.addClassName("presets");
        add(from, to, presets);
        settled = true;
    }

    private void prepare(DatePicker picker, String label, String help, @Nullable LocalDate day) {
        picker.setLabel(getTranslation(label));
        picker.setHelperText(getTranslation(help));
        picker.setLocale(formats.locale());
        int first = WeekFields.of(formats.locale()).getFirstDayOfWeek().getValue();
        picker.setI18n(new DatePicker.DatePickerI18n().setFirstDayOfWeek(first % DAYS_OF_WEEK));
        picker.setClearButtonVisible(true);
        picker.setManualValidation(true);
        picker.setValue(day);
        picker.addValueChangeListener(change -> {
            if (settled) {
                check();
            }
        });
    }

    void focus() {
        scrollIntoView();
        from.focus();
    }

    /** The days of the data itself. */
    void offer(LocalDate first, LocalDate last) {
        from.setInitialPosition(first);
        to.setInitialPosition(last);
        from.setHelperText(getTranslation("quality.from.data", formats.date(first)));
        to.setHelperText(getTranslation("quality.to.data", formats.date(last)));
        LocalDate beginning = last.minusYears(1).plusDays(1);
        year.setVisible(beginning.isAfter(first));
        year.addSingleClickListener(click -> choose(beginning, null));
    }

    @Nullable LocalDate from() {
        return from.getValue();
    }

    @Nullable LocalDate to() {
        return to.getValue();
    }

    private void choose(@Nullable LocalDate first, @Nullable LocalDate last) {
        settled = false;
        from.setValue(first);
        to.setValue(last);
        settled = true;
        check();
    }

    private void check() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        boolean backwards = first != null && last != null && first.isAfter(last);
        to.setInvalid(backwards);
        to.setErrorMessage(
                backwards ? getTranslation("quality.period.backwards", formats.date(last), formats.date(first)) : "");
        if (!backwards) {
            changed.run();
        }
    }
}
