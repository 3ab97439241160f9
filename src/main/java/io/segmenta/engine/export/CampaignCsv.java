package io.segmenta.engine.export;

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

    /** One line per segment and one over all; empty where it could not be measured. */
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
                    "added");
            Stream.concat(report.segments().stream(), Stream.of(report.overall()))
                    .forEach(measured -> csv.text(measured.name())
                            .number(measured.treated())
                            .number(measured.control())
                            .number(measured.treatedBuyers())
                            .number(measured.controlBuyers())
                            .number(measured.treatedMean())
                            .number(measured.controlMean())
                            .number(measured.difference())
                            .number(measured.low())
                            .number(measured.high())
                            .number(measured.pValue())
                            .number(measured.detectable())
                            .number(measured.added())
                            .endLine());
        });
    }
}
