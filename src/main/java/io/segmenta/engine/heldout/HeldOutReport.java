package io.segmenta.engine.heldout;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the segments that the same recipe finds on an earlier day did afterwards.
 *
 * @param days held out, at the end of the data
 * @param untested why there is no test, a sentence; empty where there is one
 * @param all null where there is no test
 * @param lines one per segment of the run that has a counterpart on the earlier day, in the order of the segments
 */
public record HeldOutReport(
        int days, String untested, @Nullable All all, List<Line> lines) {
    /**
     * Everybody who was put into a segment on the earlier day.
     *
     * @param origin the last day that was known
     * @param customers who had bought by then
     * @param tested of these, so many: fewer where a sample is enough or outliers were left out
     * @param bought the share of them that bought in the days held out, 0–1
     * @param spendPerHead in those days, in currency
     * @param explained how much of it the segments explain
     */
    public record All(
            LocalDate origin, int customers, int tested, double bought, double spendPerHead, Explained explained) {}

    /**
     * One segment.
     *
     * @param cluster of the segment in the run
     * @param customers its counterpart had on the earlier day
     * @param bought the share of them that bought in the days held out, 0–1
     * @param spendPerHead in those days, in currency
     * @param low the lower end of the 90 % interval of {@code spendPerHead}
     * @param high the upper end
     * @param lift spend per head over that of all; 0 where nobody spent anything
     */
    public record Line(
            int cluster, int customers, double bought, double spendPerHead, double low, double high, double lift) {
        public Line {
            if (customers < 1 || !(bought >= 0 && bought <= 1) || !(low <= high)) {
                throw new IllegalArgumentException("A tested segment has customers, a share and an interval: "
                        + customers + ", " + bought + ", " + low + " to " + high);
            }
        }
    }

    public HeldOutReport {
        lines = List.copyOf(lines);
        if (untested.isEmpty() != (all != null)) {
            throw new IllegalArgumentException("Either there is a test or a reason why not.");
        }
    }

    static HeldOutReport none(int days, String why) {
        return new HeldOutReport(days, why, null, List.of());
    }

    /** Of the segment with this cluster; empty where nothing like it stood out on the earlier day. */
    public Optional<Line> of(int cluster) {
        return lines.stream().filter(line -> line.cluster() == cluster).findFirst();
    }
}
