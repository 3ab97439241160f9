package io.segmenta.cli;

import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.heldout.HeldOutReport.All;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What run.json says of all customers in held-out time.
 *
 * @param origin the last day that was known
 * @param bought the share that bought
 * @param explainedSpend how much of the variance of log spend the segments explain
 * @param explainedBought likewise of whether they bought
 */
record HeldOutJson(
        int days,
        LocalDate origin,
        int customers,
        double bought,
        double spendPerHead,
        double explainedSpend,
        double explainedBought) {
    /** Null where there was no test. */
    static @Nullable HeldOutJson of(HeldOutReport report) {
        All all = report.all();
        return all == null
                ? null
                : new HeldOutJson(
                        report.days(),
                        all.origin(),
                        all.tested(),
                        all.bought(),
                        all.spendPerHead(),
                        all.explained().spend(),
                        all.explained().bought());
    }
}
