package io.segmenta.service.campaign;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.experiment.ControlGroup;
import io.segmenta.engine.pipeline.Assignment;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that some customers of a run get while a part of them, drawn at random, is left alone to compare with. Run and campaign
 * together say who is who.
 *
 * @param name 1 to 200 characters
 * @param start first day on which it can have had an effect
 * @param clusters the segments it is for, empty for everybody
 * @param leastRisk only customers with at least this risk score, 0–100; null for any
 * @param share of each segment that is left alone, 0.01–0.5
 * @param days from the first on in which it counts, 1–366: fixed here, before it begins
 */
public record Campaign(
        String name,
        LocalDate start,
        Set<Integer> clusters,
        @Nullable Integer leastRisk,
        double share,
        int days,
        Seed seed) {
    private static final int LONGEST_NAME = 200;

    public Campaign {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new UserFacingException("A campaign needs a name of 1 to " + LONGEST_NAME
                    + " characters, for example \"Spring newsletter\".");
        }
        if (leastRisk != null) {
            requireRisk(leastRisk);
        }
        requireShare(share);
        CampaignPeriod.requireDays(days);
        // in one order, also when written
        clusters = Collections.unmodifiableSet(new TreeSet<>(clusters));
    }

    public CampaignPeriod period() {
        return new CampaignPeriod(start, days);
    }

    /** @throws UserFacingException where so many cannot be left alone */
    public static void requireShare(double share) {
        ControlGroup.requireShare(share);
    }

    /** @throws UserFacingException where no risk score is like that */
    public static void requireRisk(int score) {
        if (score < 0 || score > 100) {
            throw new UserFacingException("The least risk score (" + score + ") must be from 0 to 100.");
        }
    }

    /** Whether a customer belongs to the audience, treated or not. */
    boolean isFor(Assignment customer) {
        return (clusters.isEmpty() || clusters.contains(customer.cluster()))
                && (leastRisk == null
                        || (customer.forecast() != null && customer.forecast().riskScore() >= leastRisk));
    }
}
