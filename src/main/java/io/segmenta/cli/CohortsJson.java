package io.segmenta.cli;

import io.segmenta.engine.cohort.Cohort;
import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.engine.cohort.CohortTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** What run.json says of cohorts. */
record CohortsJson(LocalDate begin, LocalDate end, boolean lastMonthComplete, List<TablePart> tables) {
    /** @param name empty for all customers and for the others of a group */
    record TablePart(String group, String name, List<CohortPart> cohorts) {}

    record CohortPart(String firstMonth, int customers, List<MonthPart> months) {}

    /** @param since months since the first */
    record MonthPart(
            int since,
            boolean complete,
            int buyers,
            double repurchaseShare,
            double revenue,
            double cumulativeRevenuePerHead) {}

    static CohortsJson of(CohortReport report) {
        return new CohortsJson(
                report.begin(),
                report.end(),
                !report.lastMonthIncomplete(),
                report.tables().stream().map(table -> part(report, table)).toList());
    }

    private static TablePart part(CohortReport report, CohortTable table) {
        return new TablePart(
                table.group().key(),
                table.name(),
                table.cohorts().stream()
                        .map(cohort -> new CohortPart(
                                YearMonth.from(cohort.month()).toString(),
                                cohort.customers(),
                                IntStream.range(0, cohort.months())
                                        .mapToObj(since -> part(report, cohort, since))
                                        .toList()))
                        .toList());
    }

    private static MonthPart part(CohortReport report, Cohort cohort, int since) {
        return new MonthPart(
                since,
                report.complete(cohort, since),
                cohort.buyers().get(since),
                cohort.repurchaseShare(since),
                cohort.revenue().get(since),
                cohort.cumulativeRevenuePerHead(since));
    }
}
