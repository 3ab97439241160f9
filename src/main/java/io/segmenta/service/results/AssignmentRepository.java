package io.segmenta.service.results;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.service.run.RunService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers about the customers of succeeded runs. */
public interface AssignmentRepository {
    List<Assignment> page(AssignmentQuery query);

    int count(AssignmentQuery query);

    /** The customer of exactly this id. */
    Optional<Assignment> find(RunId run, String customer);

    /** See {@link RunService#sample}. */
    List<Assignment> sample(RunId run, int limit);

    /**
     * The customers at these places, counted from 0 by id as text.
     *
     * @return by place; without those that are not there
     */
    Map<Integer, Assignment> at(RunId run, int[] places);

    /** Every customer, by id as text, fetched as they are read; to be closed. */
    Stream<Assignment> all(RunId run);
}
