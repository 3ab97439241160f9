package io.segmenta.web.wizard.configure;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.Hyperparameters;
import org.jspecify.annotations.Nullable;

/** The settings of one algorithm on screen. */
interface ParameterForm {
    /**
     * Null where they cannot be used, after saying why beside the field.
     *
     * @throws UserFacingException where they do not fit together
     */
    @Nullable Hyperparameters value(int segments);
}
