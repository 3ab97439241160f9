package io.segmenta.clean;

import io.segmenta.base.UserFacingException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules are asked, what becomes of returns, and the period that counts.
 *
 * @param active UNREADABLE is always active, OUTSIDE_PERIOD where there is a first or a last day
 * @param from the first day that counts, or null for all from the beginning
 * @param to the last day that counts, or null for all to the end
 */
public record CleaningRules(
        Set<DropReason> active,
        Returns returns,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** What becomes of returned goods. */
    public enum Returns {
        /** dropped, the money of the original purchase stays */
        EXCLUDE,
        /** dropped as purchases, their money is subtracted from the customer's, never below 0 */
        NET
    }

    public CleaningRules {
        EnumSet<DropReason> copy = EnumSet.of(DropReason.UNREADABLE);
        copy.addAll(active);
        if (from == null && to == null) {
            copy.remove(DropReason.OUTSIDE_PERIOD);
        } else {
            copy.add(DropReason.OUTSIDE_PERIOD);
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new UserFacingException("The period begins on " + from + ", after its end on " + to
                    + ". Choose a first day that is not after the last.");
        }
        // in the order of the rules, also when written
        active = Collections.unmodifiableSet(copy);
    }

    /** For the whole time. */
    public CleaningRules(Set<DropReason> active, Returns returns) {
        this(active, returns, null, null);
    }

    public static CleaningRules defaults() {
        return new CleaningRules(EnumSet.allOf(DropReason.class), Returns.EXCLUDE);
    }

    public boolean has(DropReason reason) {
        return active.contains(reason);
    }
}
