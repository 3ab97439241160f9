package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.web.component.form.Checked;
import org.jspecify.annotations.Nullable;

/** Any whole number that fits a long, which number fields of browsers do not hold to the last digit. */
final class SeedField extends TextField implements Checked<String> {
    SeedField(Seed seed, Runnable changed) {
        setLabel(getTranslation("configure.seed"));
        setHelperText(getTranslation("configure.seed.help"));
        setAllowedCharPattern("[-0-9]");
        setManualValidation(true);
        setValue(String.valueOf(seed.value()));
        Checked.onChange(this, changed);
    }

    /** Of a field that was accepted. */
    Seed seed() {
        return new Seed(Long.parseLong(getValue().strip()));
    }

    @Override
    public @Nullable String typed() {
        return getValue();
    }

    @Override
    public void check(@Nullable String value) {
        try {
            var unused = seed();
        } catch (NumberFormatException e) {
            throw new UserFacingException(getTranslation("configure.seed.not"), e);
        }
    }
}
