package io.segmenta.service.person;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.orders.CustomerHistory;
import io.segmenta.engine.pipeline.Assignment;
import java.util.Optional;

/** One customer of a run. Any thread. */
public interface PersonService {
    /** What the run says of them; empty where it does not know them, or is gone. */
    Optional<Assignment> find(RunId run, String customer);

    /**
     * What they bought, cleaned as the run cleaned it. Takes as long as cleaning does, and waits for a run on the same data.
     *
     * @throws UserFacingException where the rows or the run are gone
     */
    CustomerHistory history(RunId run, String customer);
}
