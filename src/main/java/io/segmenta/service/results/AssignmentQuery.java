package io.segmenta.service.results;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.rhythm.State;
import java.util.Set;

/**
 * A page of a run's customers.
 *
 * @param search part of a customer id, empty for all
 * @param clusters only these, empty for all
 * @param states only these, empty for all; nobody of a run of a version that did not tell them
 * @param offset rows to skip
 * @param limit rows at most
 */
public record AssignmentQuery(
        RunId run,
        String search,
        Set<Integer> clusters,
        Set<State> states,
        Sort sort,
        boolean ascending,
        int offset,
        int limit) {
    /** What to sort by; customer id breaks ties. */
    public enum Sort {
        CUSTOMER_ID,
        RECENCY,
        FREQUENCY,
        MONETARY,
        AVERAGE_BASKET_SIZE,
        CLV,
        CLUSTER
    }
}
