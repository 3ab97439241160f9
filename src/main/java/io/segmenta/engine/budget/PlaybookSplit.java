package io.segmenta.engine.budget;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a budget by the ranges of the playbook: as near to the middle of each range as a sum of 100 % allows. */
public final class PlaybookSplit {
    private PlaybookSplit() {}

    /**
     * Segments of the same persona share its part by their revenue.
     *
     * @param total at least 0
     * @param segments at least one; the order is kept
     * @throws UserFacingException when the budget is negative
     */
    public static BudgetPlan split(Money total, List<Segment> segments, Playbook playbook) {
        if (total.cents() < 0) {
            throw new UserFacingException(
                    "The budget (" + total + ") must not be negative. Enter what you can spend, or 0.");
        }
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("There is no segment to give the budget to.");
        }
        List<Persona> personas =
                segments.stream().map(Segment::persona).distinct().sorted().toList();
        List<Play> plays = personas.stream().map(playbook::play).toList();
        Ranges ranges = Ranges.of(plays).widenedToReachOne();
        double[] parts =
                ranges.nearest(plays.stream().mapToDouble(Play::budgetMiddle).toArray());

        double[] shares = new double[segments.size()];
        Arrays.setAll(shares, i -> {
            Segment segment = segments.get(i);
            return parts[personas.indexOf(segment.persona())] * shareOfPersona(segment, segments);
        });
        long[] cents = LargestRemainder.split(total.cents(), shares);
        List<BudgetPlan.Allocation> allocations = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            allocations.add(new BudgetPlan.Allocation(segments.get(i), shares[i], new Money(cents[i])));
        }
        return new BudgetPlan(total, allocations, ranges.notes(personas));
    }

    private static double shareOfPersona(Segment segment, List<Segment> segments) {
        List<Segment> siblings =
                segments.stream().filter(s -> s.persona() == segment.persona()).toList();
        double revenue = siblings.stream().mapToDouble(Segment::revenue).sum();
        return revenue > 0
                ? segment.revenue() / revenue
                : (double) segment.customers()
                        / siblings.stream().mapToInt(Segment::customers).sum();
    }
}
