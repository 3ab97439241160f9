package io.segmenta.web.component.form;

import io.segmenta.engine.base.UserFacingException;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** A number with decimals. */
public final class CheckedDecimal extends DecimalField implements Checked<Double> {
    private final transient DoubleConsumer check;

    /**
     * @param key of the words: label and, with {@code .help}, what stands below
     * @param check throws a {@link UserFacingException} for a number that cannot be used
     */
    public CheckedDecimal(String key, double value, DoubleConsumer check, Runnable changed) {
        this.check = check;
        setLabel(getTranslation(key));
        setHelperText(getTranslation(key + ".help"));
        setManualValidation(true);
        setValue(value);
        Checked.onChange(this, changed);
    }

    /** Of a field that was accepted. */
    public double number() {
        return Objects.requireNonNull(getValue());
    }

    @Override
    public @Nullable Double typed() {
        return getValue();
    }

    @Override
    public void check(@Nullable Double value) {
        if (value == null) {
            throw new UserFacingException(getTranslation("form.decimal"));
        }
        check.accept(value);
    }
}
