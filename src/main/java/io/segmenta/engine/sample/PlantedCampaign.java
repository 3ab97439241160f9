package io.segmenta.engine.sample;

import io.segmenta.engine.base.UserFacingException;
import java.time.LocalDate;
import java.util.Set;

/**
 * A campaign whose effect is known, to try measuring with: of the customers it reached each orders once more with the same chance, within
 * four weeks and for the same amount. Everybody's other purchases stay as they were.
 *
 * @param from first day of the four weeks
 * @param treated numbers of customers as the sample writes them; others are ignored
 * @param response chance of the additional order, 0–1
 * @param cents amount of the additional order
 */
public record PlantedCampaign(LocalDate from, Set<String> treated, double response, int cents) {
    static final int DAYS = 28;
    private static final int DEAREST = 100_000_000;

    public PlantedCampaign {
        treated = Set.copyOf(treated);
        if (!(response >= 0 && response <= 1)) {
            throw new UserFacingException(
                    "The chance of an additional order (" + response + ") must be from 0 to 1, for example 0.2.");
        }
        if (cents < 1 || cents > DEAREST) {
            throw new UserFacingException(
                    "The amount of an additional order (" + cents / 100.0 + ") must be from 0.01 to 1,000,000.");
        }
    }

    /** The same for these customers. */
    public PlantedCampaign reaching(Set<String> customers) {
        return new PlantedCampaign(from, customers, response, cents);
    }
}
