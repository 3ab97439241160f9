package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.textfield.IntegerField;
import io.segmenta.base.UserFacingException;
import java.util.function.IntConsumer;

/** A whole number that the engine's own value checks; what it says against it stands below the field, and the number stays. */
final class CheckedNumber extends IntegerField {
    private final transient IntConsumer check;

    /**
     * @param key of the words: label and help
     * @param check throws a {@link UserFacingException} for a number that cannot be used
     */
    CheckedNumber(String key, int value, IntConsumer check, Runnable changed) {
        this.check = check;
        setLabel(getTranslation("configure." + key));
        setHelperText(getTranslation("configure." + key + ".help"));
        setStepButtonsVisible(true);
        setManualValidation(true);
        setValue(value);
        addValueChangeListener(change -> {
            if (accepted()) {
                changed.run();
            }
        });
    }

    boolean accepted() {
        String why = refusal();
        setInvalid(!why.isEmpty());
        setErrorMessage(why);
        return why.isEmpty();
    }

    private String refusal() {
        Integer value = getValue();
        if (value == null) {
            return getTranslation("configure.number");
        }
        try {
            check.accept(value);
            return "";
        } catch (UserFacingException e) {
            return e.getMessage();
        }
    }
}
