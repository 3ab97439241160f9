package io.segmenta.engine.budget;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything an optimised split and a return are calculated from; each number is to be shown with its source.
 *
 * @param horizonDays in which the campaign must pay off
 * @param margin of revenue, 0–1
 * @param responses one a segment
 */
public record Assumptions(int horizonDays, Assumption margin, List<Response> responses) {
    private static final double MARGIN = 0.30;
    private static final double UPLIFT_OF_FULL_ENGAGEMENT = 0.10;
    private static final double CONTACT_COST = 1;

    /** @throws UserFacingException when the horizon is below 1 day, or the margin not above 0 and at most 1 */
    public Assumptions {
        responses = List.copyOf(responses);
        if (horizonDays < 1) {
            throw new UserFacingException("The horizon (" + horizonDays + " days) must be at least 1 day. A quarter, "
                    + Horizon.DEFAULT_DAYS + " days, is usual.");
        }
        if (!(margin.value() > 0 && margin.value() <= 1)) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The margin (%s %%) must be above 0 and at most 100 %%.",
                    String.format(Locale.ROOT, "%.1f", 100 * margin.value())));
        }
        if (responses.isEmpty()) {
            throw new IllegalArgumentException("A plan needs at least one segment.");
        }
    }

    /**
     * What to begin with before anything was measured.
     *
     * @param expectedRevenue per segment over the horizon, with its source
     */
    public static Assumptions defaults(
            List<Segment> segments, List<Assumption> expectedRevenue, Playbook playbook, int horizonDays) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            int engagement = playbook.play(segment.persona()).engagement();
            double uplift = UPLIFT_OF_FULL_ENGAGEMENT * engagement / 100;
            responses.add(new Response(
                    segment,
                    expectedRevenue.get(i),
                    new Uplift(
                            0,
                            uplift,
                            2 * uplift,
                            "Assumed: 10 % times the playbook's engagement of " + engagement
                                    + " in 100. Measure it with a control group."),
                    new Assumption(CONTACT_COST, "Assumed. Enter what one contact costs you.")));
        }
        return new Assumptions(horizonDays, new Assumption(MARGIN, "Assumed gross margin. Enter your own."), responses);
    }

    /**
     * The expected revenue where there is no forecast: what the segment brought a day, times the horizon.
     *
     * @param observedDays from the first kept day to the snapshot
     */
    public static Assumption pastRevenue(Segment segment, long observedDays, int horizonDays) {
        return new Assumption(
                segment.revenue() * horizonDays / observedDays,
                "Revenue of the last " + observedDays + " days, pro rata. Not a forecast.");
    }
}
