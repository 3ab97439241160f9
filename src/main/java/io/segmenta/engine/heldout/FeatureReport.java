package io.segmenta.engine.heldout;

import io.segmenta.engine.features.FeatureSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each set of features told of what customers did next, and which one was taken.
 *
 * @param chosen the original where nothing was compared, or no other was better beyond chance
 * @param days of the horizon before the last, by which they were compared
 * @param untold why nothing was compared, a sentence; empty where it was
 * @param origin the day before these days, or null where nothing was compared
 * @param customers that were compared on it
 * @param entries one per set, the original first
 */
public record FeatureReport(
        FeatureSet chosen,
        int days,
        String untold,
        @Nullable LocalDate origin,
        int customers,
        List<Entry> entries) {
    /**
     * One set.
     *
     * @param gain in the mean of both shares, over the original's
     * @param error the standard error of {@code gain}, at least 0
     */
    public record Entry(FeatureSet set, Explained explained, double gain, double error) {}

    public FeatureReport {
        entries = List.copyOf(entries);
        if (untold.isEmpty() != (origin != null)) {
            throw new IllegalArgumentException("Either the sets were compared or there is a reason why not.");
        }
    }

    static FeatureReport none(int days, String why) {
        return new FeatureReport(FeatureSet.ORIGINAL, days, why, null, 0, List.of());
    }

    public Optional<Entry> of(FeatureSet set) {
        return entries.stream().filter(entry -> entry.set() == set).findFirst();
    }
}
