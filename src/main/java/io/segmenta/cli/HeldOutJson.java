package io.segmenta.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.heldout.FeatureReport;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.heldout.HeldOutReport.All;
import java.time.LocalDate;
import java.util.List;
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

    /**
     * How the features were chosen, in the horizon before the last.
     *
     * @param why nothing was compared, or empty
     */
    record ChoicePart(
            String chosen,
            int days,
            String why,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate origin,

            int customers,
            List<ScorePart> scores) {
        static ChoicePart of(FeatureReport report) {
            return new ChoicePart(
                    report.chosen().key(),
                    report.days(),
                    report.untold(),
                    report.origin(),
                    report.customers(),
                    report.entries().stream().map(ScorePart::of).toList());
        }
    }

    record ScorePart(
            String set,
            List<String> features,
            double explainedSpend,
            double explainedBought,
            double gain,
            double gainError) {
        static ScorePart of(FeatureReport.Entry entry) {
            FeatureSet set = entry.set();
            return new ScorePart(
                    set.key(),
                    set.features().stream().map(Feature::key).toList(),
                    entry.explained().spend(),
                    entry.explained().bought(),
                    entry.gain(),
                    entry.error());
        }
    }
}
