package io.segmenta.web.component.form;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.segmenta.engine.base.UserFacingException;
import org.jspecify.annotations.Nullable;

/**
 * A field that the engine's own values check: what they say against its value stands below it, and the value stays.
 *
 * @param <T> what is typed
 */
public interface Checked<T> extends HasValidationProperties {
    @Nullable T typed();

    /** @throws UserFacingException for a value that cannot be used; so does null where one is needed */
    void check(@Nullable T value);

    /** Says beside the field what is wrong with it, if anything is. */
    default boolean accepted() {
        try {
            check(typed());
            setInvalid(false);
            setErrorMessage("");
            return true;
        } catch (UserFacingException e) {
            setInvalid(true);
            setErrorMessage(e.getMessage());
            return false;
        }
    }

    /** Checks on each change, and tells of those that can be used. */
    static <T, F extends Checked<T> & HasValue<?, T>> void onChange(F field, Runnable changed) {
        field.addValueChangeListener(change -> {
            if (field.accepted()) {
                changed.run();
            }
        });
    }
}
