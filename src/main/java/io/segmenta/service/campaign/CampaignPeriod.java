package io.segmenta.service.campaign;

import io.segmenta.engine.base.UserFacingException;
import java.time.LocalDate;

/**
 * The days in which a campaign counts. Their number is fixed before it begins: who looks every day and stops at the first good one finds an
 * effect where there is none.
 *
 * @param from first day on which it can have had an effect
 * @param days 1–366
 */
public record CampaignPeriod(LocalDate from, int days) {
    /** As many as forecasts look ahead. */
    public static final int USUAL_DAYS = 91;

    private static final int MOST_DAYS = 366;

    public CampaignPeriod {
        requireDays(days);
    }

    /** The last day that counts. */
    public LocalDate last() {
        return from.plusDays(days - 1L);
    }

    /** As many days right before another one. */
    CampaignPeriod endingBefore(LocalDate day) {
        return new CampaignPeriod(day.minusDays(days), days);
    }

    /** @throws UserFacingException where a campaign cannot count for so long */
    public static void requireDays(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new UserFacingException("The days a campaign counts (" + days + ") must be 1 to " + MOST_DAYS + ". "
                    + USUAL_DAYS + " are usual, 28 for something small.");
        }
    }
}
