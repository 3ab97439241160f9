package io.segmenta.budget;

import io.segmenta.base.Money;
import io.segmenta.base.UserFacingException;
import io.segmenta.playbook.Play;
import io.segmenta.playbook.Playbook;
import io.segmenta.segment.Persona;
import io.segmenta.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Splits a budget by the ranges of the playbook: as near to the middle of each range as a sum of 100 % allows. */
public final class PlaybookSplit {
    private PlaybookSplit() {}

    /**
     * Segments of the same persona share its part by their revenue.
     *
     * @param total at least 0
     * @param segments at least one; the order is kept
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
        return new BudgetPlan(total, allocations, notes(personas, ranges));
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

    private static List<String> notes(List<Persona> personas, Ranges ranges) {
        List<String> notes = new ArrayList<>();
        List<String> missing = Arrays.stream(Persona.values())
                .filter(persona -> !personas.contains(persona))
                .map(Persona::label)
                .toList();
        if (!missing.isEmpty()) {
            notes.add("No segment is %s, so that part of the budget goes to the others%s."
                    .formatted(String.join(" or ", missing), ranges.factor() == 1 ? ", all within their ranges" : ""));
        }
        if (ranges.factor() == Double.POSITIVE_INFINITY) {
            notes.add("The playbook gives nothing to any of these segments, so all personas get the same."
                    + " Change its budget ranges to prefer one.");
        } else if (ranges.factor() != 1) {
            StringBuilder widened = new StringBuilder();
            for (int i = 0; i < personas.size(); i++) {
                widened.append(i == 0 ? "" : ", ")
                        .append("%s %s–%s %%"
                                .formatted(
                                        personas.get(i).label(),
                                        percent(ranges.lower()[i]),
                                        percent(ranges.upper()[i])));
            }
            notes.add("The playbook's ranges cannot add up to 100 %%, so all bounds were widened by a factor of %s: %s."
                    .formatted(String.format(Locale.ROOT, "%.2f", ranges.factor()), widened));
        }
        return notes;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share).replaceFirst("\\.0$", "");
    }
}
