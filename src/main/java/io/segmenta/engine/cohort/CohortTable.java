package io.segmenta.engine.cohort;

import java.util.List;

/**
 * The cohorts of all customers, or of those who have something in common.
 *
 * @param name of what they have in common, as in the data; empty for all customers, and for those whose country or product is none of the
 *     frequent ones
 * @param cohorts by month; months in which nobody bought first are not there
 */
public record CohortTable(CohortGroup group, String name, List<Cohort> cohorts) {
    public CohortTable {
        cohorts = List.copyOf(cohorts);
    }

    public int customers() {
        return cohorts.stream().mapToInt(Cohort::customers).sum();
    }
}
