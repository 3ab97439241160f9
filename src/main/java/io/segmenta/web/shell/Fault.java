package io.segmenta.web.shell;

import io.segmenta.engine.base.UserFacingException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that went wrong on a page.
 *
 * @param id the same for the same fault at the same place; the log has the stack trace beside it
 * @param message for the user, empty where he could do nothing about it
 */
record Fault(String id, String message) {

    /** Looks up a sentence of the bundle. */
    interface Words {
        String say(String key, Object... values);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Fault.class);

    static Fault log(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UserFacingException known) {
                String message = Objects.requireNonNullElse(known.getMessage(), "");
                Fault fault = new Fault(id(known), message);
                LOG.info("{}: {}", fault.id, message);
                return fault;
            }
        }
        Fault fault = new Fault(id(thrown), "");
        LOG.error("{}: a page failed.", fault.id, thrown);
        return fault;
    }

    String sentence(Words words) {
        return message.isEmpty() ? words.say("fault.sentence", id) : message;
    }

    private static String id(Throwable thrown) {
        int place = Arrays.hashCode(thrown.getStackTrace()) * 31
                + thrown.getClass().getName().hashCode();
        return "E-" + String.format(Locale.ROOT, "%08x", place);
    }
}
