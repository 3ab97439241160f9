package io.segmenta.web.component.form;

import com.vaadin.flow.component.textfield.IntegerField;
import io.segmenta.engine.base.UserFacingException;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A whole number. */
public final class CheckedNumber extends IntegerField implements Checked<Integer> {
    private final transient IntConsumer check;
    private boolean optional;

    /**
     * @param key of the words: label and, with {@code .help}, what stands below
     * @param check throws a {@link UserFacingException} for a number that cannot be used
     */
    public CheckedNumber(String key, @Nullable Integer value, IntConsumer check, Runnable changed) {
        this.check = check;
        setLabel(getTranslation(key));
        setHelperText(getTranslation(key + ".help"));
        setStepButtonsVisible(true);
        setManualValidation(true);
        if (value != null) {
            setValue(value);
        }
        Checked.onChange(this, changed);
    }

    /** May be left empty. */
    public CheckedNumber optional() {
        optional = true;
        setClearButtonVisible(true);
        setStepButtonsVisible(false);
        return this;
    }

    /** Of a field that was accepted and is not optional. */
    public int number() {
        return Objects.requireNonNull(getValue());
    }

    @Override
    public @Nullable Integer typed() {
        return getValue();
    }

    @Override
    public void check(@Nullable Integer value) {
        if (value != null) {
            check.accept(value);
        } else if (!optional) {
            throw new UserFacingException(getTranslation("form.number"));
        }
    }
}
