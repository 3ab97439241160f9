package io.segmenta.web.compare;

import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.segment.Migration;
import io.segmenta.engine.segment.Migration.Flow;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.PersonaColor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * One of the two runs, as the parts of the page need it.
 *
 * @param lastDay until which its data were looked at
 * @param places where its customers can be: in the order of the page
 */
record Side(RunSummary run, LocalDate lastDay, List<Segment> segments, List<Place> places) {
    /**
     * A segment, or what stands for none.
     *
     * @param cluster of the segment, {@link Migration#LEFT_OUT} or {@link Migration#ABSENT}
     * @param colour the class that sets it
     */
    record Place(int cluster, String name, String colour) {}

    /**
     * @param cluster of a flow on this side
     * @param leftOut what it is called to be left out of the clustering
     * @param absent what it is called to be no customer
     */
    static Side of(
            RunSummary run,
            RunResult result,
            List<Flow> flows,
            ToIntFunction<Flow> cluster,
            String leftOut,
            String absent) {
        List<Place> places = new ArrayList<>();
        result.segments()
                .forEach(segment -> places.add(new Place(
                        segment.cluster(),
                        segment.name(),
                        PersonaColor.of(segment.persona()).className())));
        if (flows.stream().anyMatch(flow -> cluster.applyAsInt(flow) == Migration.LEFT_OUT)) {
            places.add(new Place(Migration.LEFT_OUT, leftOut, "persona-none"));
        }
        if (flows.stream().anyMatch(flow -> cluster.applyAsInt(flow) == Migration.ABSENT)) {
            places.add(new Place(Migration.ABSENT, absent, "persona-none"));
        }
        return new Side(run, result.snapshot().minusDays(1), result.segments(), List.copyOf(places));
    }

    Place place(int cluster) {
        return places.stream()
                .filter(place -> place.cluster() == cluster)
                .findFirst()
                .orElseThrow();
    }
}
