package io.segmenta.engine.cohort;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Customers by the month of their first purchase.
 *
 * @param begin of the data: who had bought before it counts as new on their first day in it
 * @param end the last day that is known
 * @param tables of all customers first, then by group, each with the most customers first and the others last
 * @param earlier customers whose first month lies before those that are shown
 */
public record CohortReport(LocalDate begin, LocalDate end, List<CohortTable> tables, int earlier) {
    public CohortReport {
        tables = List.copyOf(tables);
        if (tables.isEmpty() || tables.getFirst().group() != CohortGroup.ALL) {
            throw new IllegalArgumentException("The cohorts of all customers come first.");
        }
    }

    /** Whether the last month is not over: it lies below the others for no other reason. */
    public boolean lastMonthIncomplete() {
        return !end.equals(YearMonth.from(end).atEndOfMonth());
    }

    /** @param since months since the cohort's first */
    public boolean complete(Cohort cohort, int since) {
        boolean last = ChronoUnit.MONTHS.between(YearMonth.from(cohort.month()), YearMonth.from(end)) == since;
        return !(last && lastMonthIncomplete());
    }
}
