package io.segmenta.engine.base;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failure the user can do something about. The message names the thing, its value and a way out, in the user's words; the same
 * sentence is logged, printed by the command line and shown on screen.
 */
public class UserFacingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserFacingException(String message) {
        super(message);
    }

    public UserFacingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The sentence for the user; every failure of this kind has one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
