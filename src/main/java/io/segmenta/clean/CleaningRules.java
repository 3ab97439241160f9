package io.segmenta.clean;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules are asked and what becomes of returns.
 *
 * @param active UNREADABLE is always active
 */
public record CleaningRules(Set<DropReason> active, Returns returns) {
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
        // in the order of the rules, also when written
        active = Collections.unmodifiableSet(copy);
    }

    public static CleaningRules defaults() {
        return new CleaningRules(EnumSet.allOf(DropReason.class), Returns.EXCLUDE);
    }

    public boolean has(DropReason reason) {
        return active.contains(reason);
    }
}
