package io.segmenta.service.compare;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.segment.Journeys.Order;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two runs side by side. */
public interface CompareService {
    /**
     * Customers who went the same way between two runs.
     *
     * @param from only those of this cluster before, or {@link io.segmenta.engine.segment.Migration#ABSENT} and so on; null for all
     * @param to the same after
     * @param offset customers to skip
     * @param limit customers at most
     */
    record Query(
            RunId before,
            RunId after,
            @Nullable Integer from,
            @Nullable Integer to,
            Order order,
            boolean ascending,
            int offset,
            int limit) {}

    /**
     * Reads all customers of both runs the first time: seconds where they are a million, so not for the thread of a page.
     *
     * @throws io.segmenta.engine.base.UserFacingException where one of the runs has no results
     */
    Comparison compare(RunId before, RunId after);

    /** One page of those who moved. */
    List<Mover> movers(Query query);

    /** How many customers the query matches, whatever its offset and limit. */
    int count(Query query);

    /** All of those who moved as CSV in UTF-8, whatever the query's offset and limit; does not close the stream. */
    void write(Query query, OutputStream out);
}
