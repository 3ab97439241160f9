package io.segmenta.engine.export;

import io.segmenta.engine.experiment.Estimate;
import io.segmenta.engine.experiment.MeasuredUplift;
import io.segmenta.engine.experiment.UpliftReport;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.stream.Stream;

/** Who gets a campaign and what it changed, as comma-separated files like those of {@link CsvExport}. */
public final class CampaignCsv {
    /**
     * A line of an audience file, which any mail tool can read.
     *
     * @param control whether the customer is left alone to measure the campaign against
     */
    public record AudienceLine(String customerId, String segment, boolean control) {}

    private CampaignCsv() {}

    /** customer_id, segment and group, which is treat or control. */
    public static void audience(Iterator<AudienceLine> customers, OutputStream out) {
        CsvWriter.to(out, csv -> {
            csv.line("customer_id", "segment", "group");
            customers.forEachRemaining(customer -> csv.text(customer.customerId())
                    .text(customer.segment())
                    .text(customer.control() ? "control" : "treat")
                    .endLine());
        });
    }

    /**
     * One line per segment and one over all; empty where it could not be measured, and in the sums where no effect is shown. Difference to
     * detectable are the main line's, of capped and adjusted spend.
     */
    public static void uplift(UpliftReport report, OutputStream out) {
        CsvWriter.to(out, csv -> {
            csv.line(
                    "segment",
                    "treated",
                    "control",
                    "treated_buyers",
                    "control_buyers",
                    "treated_mean",
                    "control_mean",
                    "difference",
                    "low_90",
                    "high_90",
                    "p_value",
                    "detectable",
                    "added",
                    "added_low_90",
                    "added_high_90",
                    "saved_customers",
                    "raw_difference",
                    "raw_low_90",
                    "raw_high_90",
                    "raw_p_value",
                    "bought_difference",
                    "bought_low_90",
                    "bought_high_90",
                    "bought_p_value");
            Stream.concat(report.segments().stream(), Stream.of(report.overall()))
                    .forEach(measured -> line(measured, csv));
        });
    }

    private static void line(MeasuredUplift measured, CsvWriter csv) {
        Estimate effect = measured.effect();
        csv.text(measured.name())
                .number(measured.treated().customers())
                .number(measured.control().customers())
                .number(measured.treated().buyers())
                .number(measured.control().buyers())
                .number(measured.treated().mean())
                .number(measured.control().mean());
        test(effect, csv)
                .number(effect.detectable())
                .number(measured.added(effect.difference()))
                .number(measured.added(effect.low()))
                .number(measured.added(effect.high()))
                .number(measured.saved());
        test(measured.raw(), csv);
        test(measured.bought(), csv).endLine();
    }

    private static CsvWriter test(Estimate estimate, CsvWriter csv) {
        return csv.number(estimate.difference())
                .number(estimate.low())
                .number(estimate.high())
                .number(estimate.pValue());
    }
}
