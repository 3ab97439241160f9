package io.segmenta.engine.budget;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.segment.Segment;
import java.util.Locale;

/**
 * How a segment is assumed to answer to money: revenue rises by uplift × (1 − e^(−spend / κ)), where κ, the customers × the cost
 * of contacting one, is the scale at which more money helps less and less.
 *
 * @param expectedRevenue of the segment over the horizon without any campaign
 * @param contactCost of one contact with one customer
 */
public record Response(Segment segment, Assumption expectedRevenue, Uplift uplift, Assumption contactCost) {
    /** @throws UserFacingException when the expected revenue is negative or infinite, or a contact costs nothing */
    public Response {
        if (!(expectedRevenue.value() >= 0) || Double.isInfinite(expectedRevenue.value())) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The expected revenue of %s (%s) must be 0 or more.",
                    segment.name(),
                    expectedRevenue.value()));
        }
        if (!(contactCost.value() > 0) || Double.isInfinite(contactCost.value())) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The cost per contact of %s (%s) must be above 0. Enter what one message, call or parcel costs, for example 0.10.",
                    segment.name(),
                    contactCost.value()));
        }
    }

    /** κ, in money */
    double saturation() {
        return segment.customers() * contactCost.value();
    }

    /** How much of the uplift the money reaches, 0–1. */
    double reached(double spend) {
        return -Math.expm1(-spend / saturation());
    }

    /** What an uplift of 1 adds at this spend; a smaller one adds its part of it. */
    double marginAtFullUplift(double margin, double spend) {
        return margin * expectedRevenue.value() * reached(spend);
    }

    /** What the likely uplift adds at this spend. */
    public double addedMargin(double margin, double spend) {
        return margin * expectedRevenue.value() * uplift.likely() * reached(spend);
    }

    /** Margin that the next unit of money adds. */
    double marginalReturn(double margin, double spend) {
        return margin * expectedRevenue.value() * uplift.likely() / saturation() * Math.exp(-spend / saturation());
    }
}
