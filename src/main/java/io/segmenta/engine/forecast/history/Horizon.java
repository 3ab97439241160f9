package io.segmenta.engine.forecast.history;

import io.segmenta.engine.base.UserFacingException;

/**
 * For how long forecasts are made: the one place that knows which horizons are too short, too long, or usual.
 *
 * @param days {@value #SHORTEST_DAYS} to {@value #LONGEST_DAYS}
 */
public record Horizon(int days) {
    /** A quarter in whole weeks; lies between the 80 % and the 95 % quantile of the gaps between purchases in many shops. */
    public static final int DEFAULT_DAYS = 91;

    public static final int SHORTEST_DAYS = 7;
    public static final int LONGEST_DAYS = 364;

    public static final Horizon USUAL = new Horizon(DEFAULT_DAYS);

    /** @throws UserFacingException where the days are too few or too many for a forecast */
    public Horizon {
        require(days);
    }

    /** @throws UserFacingException where the days are too few or too many for a forecast */
    public static void require(int days) {
        if (days < SHORTEST_DAYS || days > LONGEST_DAYS) {
            throw new UserFacingException("The forecast horizon (" + days + " days) must be between " + SHORTEST_DAYS
                    + " and " + LONGEST_DAYS + " days.");
        }
    }
}
