package io.segmenta.engine.export;

import io.segmenta.engine.cohort.Cohort;
import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.engine.cohort.CohortTable;
import java.io.OutputStream;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Cohorts as a file: one line for each cohort and month since, as far as the data go. */
public final class CohortCsv {
    private CohortCsv() {}

    /** @param report null in runs of versions that did not count cohorts; no line is written then */
    public static void write(@Nullable CohortReport report, OutputStream out) {
        CsvWriter.to(out, csv -> {
            csv.line(
                    "group",
                    "name",
                    "first_month",
                    "months_since",
                    "complete",
                    "customers",
                    "buyers",
                    "repurchase_share",
                    "revenue",
                    "cumulative_revenue_per_head");
            if (report != null) {
                report.tables().forEach(table -> table.cohorts().forEach(cohort -> lines(report, table, cohort, csv)));
            }
        });
    }

    private static void lines(CohortReport report, CohortTable table, Cohort cohort, CsvWriter csv) {
        for (int since = 0; since < cohort.months(); since++) {
            csv.text(table.group().key())
                    .text(table.name())
                    .text(YearMonth.from(cohort.month()).toString())
                    .number(since)
                    .flag(report.complete(cohort, since))
                    .number(cohort.customers())
                    .number(cohort.buyers().get(since))
                    .number(cohort.repurchaseShare(since))
                    .number(cohort.revenue().get(since))
                    .number(cohort.cumulativeRevenuePerHead(since))
                    .endLine();
        }
    }
}
