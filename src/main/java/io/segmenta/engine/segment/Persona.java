package io.segmenta.engine.segment;

import static io.segmenta.engine.segment.Claim.CAME_BACK;
import static io.segmenta.engine.segment.Claim.GONE_QUIET;
import static io.segmenta.engine.segment.Claim.NEW;
import static io.segmenta.engine.segment.Claim.ORDERED_ONCE;
import static io.segmenta.engine.segment.Claim.ORDER_OFTEN;
import static io.segmenta.engine.segment.Claim.ORDER_SELDOM;
import static io.segmenta.engine.segment.Claim.OVERDUE;
import static io.segmenta.engine.segment.Claim.SMALL_ORDERS;
import static io.segmenta.engine.segment.Claim.SPENT_LITTLE;
import static io.segmenta.engine.segment.Claim.SPENT_MOST;
import static io.segmenta.engine.segment.Claim.SPENT_MUCH;

import java.util.List;

/**
 * The kinds of customers the product speaks of, the most valuable first: each with the prototype of mean percentile ranks (0–1) of
 * recency, frequency and monetary that it stands for, what its name says of its customers, and how far they may be something else.
 */
public enum Persona {
    VIP_CHAMPIONS("VIP Champions", .15, .90, .92, List.of(ORDER_OFTEN, SPENT_MUCH), Limit.atMost(.5, OVERDUE)),
    POTENTIAL_LOYALISTS("Potential Loyalists", .30, .70, .68, List.of(CAME_BACK), Limit.atMost(.5, OVERDUE)),
    BIG_SPENDERS("Big Spenders", .45, .50, .85, List.of(SPENT_MOST)),
    REGULARS("Regulars", .35, .75, .55, List.of(ORDER_OFTEN)),
    NEW_CUSTOMERS("New Customers", .15, .20, .30, List.of(NEW)),
    AVERAGE_CUSTOMERS("Average Customers", .55, .52, .60, List.of(), Limit.below(NameTest.ENOUGH, OVERDUE)),
    SMALL_BASKETS("Small Baskets", .50, .40, .20, List.of(SMALL_ORDERS)),
    OCCASIONAL("Occasional Customers", .60, .30, .50, List.of(ORDER_SELDOM)),
    ONE_TIME_BUYERS("One-Time Buyers", .60, .15, .25, List.of(ORDERED_ONCE)),
    AT_RISK("At Risk", .72, .30, .30, List.of(OVERDUE), Limit.atMost(0, NEW), Limit.below(NameTest.ENOUGH, GONE_QUIET)),
    BIG_SPENDERS_GONE_QUIET(
            "Big Spenders Gone Quiet",
            .80,
            .60,
            .80,
            List.of(SPENT_MUCH, OVERDUE),
            Limit.atMost(0, NEW),
            Limit.atLeast(.5, GONE_QUIET)),
    LOST_HIBERNATING(
            "Lost/Hibernating",
            .75,
            .22,
            .12,
            List.of(SPENT_LITTLE, OVERDUE),
            Limit.atMost(0, NEW),
            Limit.atLeast(.5, GONE_QUIET));

    /** Between which shares of a segment, 0–1, something may be true so that it can have the name. */
    record Limit(Claim claim, double least, double most) {
        static Limit atMost(double most, Claim claim) {
            return new Limit(claim, 0, most);
        }

        static Limit below(double bound, Claim claim) {
            return atMost(Math.nextDown(bound), claim);
        }

        static Limit atLeast(double least, Claim claim) {
            return new Limit(claim, least, 1);
        }

        boolean holds(double share) {
            return share >= least && share <= most;
        }
    }

    private final String label;
    private final double recency;
    private final double frequency;
    private final double monetary;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Claim> claims;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Limit> limits;

    Persona(String label, double recency, double frequency, double monetary, List<Claim> claims, Limit... limits) {
        this.label = label;
        this.recency = recency;
        this.frequency = frequency;
        this.monetary = monetary;
        this.claims = claims;
        this.limits = List.of(limits);
    }

    public String label() {
        return label;
    }

    /** Whether it is one of the five that the product began with. */
    public boolean isOriginal() {
        return switch (this) {
            case VIP_CHAMPIONS, POTENTIAL_LOYALISTS, AVERAGE_CUSTOMERS, AT_RISK, LOST_HIBERNATING -> true;
            default -> false;
        };
    }

    /** What the name says of each customer of a segment; nearly all of them must be so. */
    List<Claim> claims() {
        return claims;
    }

    List<Limit> limits() {
        return limits;
    }

    /** Squared distance of mean percentile ranks to the prototype. */
    double distance(double recencyRank, double frequencyRank, double monetaryRank) {
        double r = recencyRank - recency;
        double f = frequencyRank - frequency;
        double m = monetaryRank - monetary;
        return r * r + f * f + m * m;
    }
}
