package io.segmenta.service.campaign;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A campaign whose days are not all in the data, so that nothing is said about its effect.
 *
 * @param data last day of the data, before the last one that counts
 * @param rehearsal what it could show; null where nothing is known from before it
 */
public record CampaignPending(
        CampaignPeriod period, LocalDate data, @Nullable Rehearsal rehearsal) implements Measurement {
    public CampaignPending {
        if (!data.isBefore(period.last())) {
            throw new IllegalArgumentException("The data reach " + data + ": " + period + " is over.");
        }
    }

    /** Those of its days that are in the data. */
    public int daysSoFar() {
        return (int) Math.max(0, ChronoUnit.DAYS.between(period.from(), data) + 1);
    }

    /** How far it is and when to look again, in a sentence. */
    public String words() {
        String so = daysSoFar() == 0
                ? String.format(
                        Locale.ROOT,
                        "Not begun in these data, which end on %s. It counts for %,d days from %s",
                        data,
                        period.days(),
                        period.from())
                : String.format(
                        Locale.ROOT,
                        "Still running: the data hold %,d of %,d days from %s",
                        daysSoFar(),
                        period.days(),
                        period.from());
        return so + ", and the verdict is given once, at their end, since who looks every day finds effects that are"
                + " none. Look again with data that reach " + period.last() + ".";
    }
}
