package io.segmenta.engine.sample;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What sample to generate.
 *
 * @param customers at least 1; each makes about 20 rows in two years
 * @param from first day of the shop's history
 * @param to last day, at least 30 days after the first
 * @param campaign whose effect is planted, or null for none
 */
public record SampleSettings(
        int customers,
        LocalDate from,
        LocalDate to,
        Seed seed,
        @Nullable PlantedCampaign campaign) {
    private static final int MAX_CUSTOMERS = 20_000_000;
    private static final int MIN_DAYS = 30;
    private static final int MAX_DAYS = 7_500;

    public SampleSettings {
        if (customers < 1 || customers > MAX_CUSTOMERS) {
            throw new UserFacingException(
                    "The number of customers (" + customers + ") must be from 1 to " + MAX_CUSTOMERS + ".");
        }
        long days = ChronoUnit.DAYS.between(from, to);
        if (days < MIN_DAYS || days > MAX_DAYS) {
            throw new UserFacingException("From " + from + " to " + to + " is " + days
                    + " days; the sample needs at least " + MIN_DAYS + " and at most " + MAX_DAYS + ".");
        }
    }

    /** Without a campaign. */
    public SampleSettings(int customers, LocalDate from, LocalDate to, Seed seed) {
        this(customers, from, to, seed, null);
    }

    /** Two years of a shop, 2023 and 2024. */
    public static SampleSettings of(int customers, Seed seed) {
        return new SampleSettings(customers, LocalDate.of(2023, 1, 1), LocalDate.of(2024, 12, 31), seed);
    }

    /** The same shop with the effect of a campaign. */
    public SampleSettings with(PlantedCampaign planted) {
        return new SampleSettings(customers, from, to, seed, planted);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }
}
