package io.segmenta.service.export;

import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.engine.export.CohortCsv;
import io.segmenta.engine.export.CsvExport;
import io.segmenta.engine.export.CsvExport.CustomerLine;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.export.ExportService.ExportFile;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Segments with their customers as the files they are exported as. */
public final class ResultFiles {
    private ResultFiles() {}

    /** The files of a run that is not kept, with the default playbook. UTF-8; does not close the stream. */
    public static void write(Outcome outcome, ExportFile file, OutputStream out) {
        write(
                file,
                outcome.result().segments(),
                IntStream.range(0, outcome.customers()).mapToObj(outcome::assignment),
                outcome.result().insights().value() != null,
                outcome.result().insights().states() != null,
                outcome.result().insights().cohorts(),
                DefaultPlaybook.load(),
                out);
    }

    /**
     * @param customers by id as text; read once, at most
     * @param forecasts whether the run made any, so that the columns are there
     * @param states likewise
     * @param cohorts null where the run counted none
     */
    static void write(
            ExportFile file,
            List<Segment> segments,
            Stream<Assignment> customers,
            boolean forecasts,
            boolean states,
            @Nullable CohortReport cohorts,
            Playbook playbook,
            OutputStream out) {
        switch (file) {
            case CUSTOMERS_CSV -> CsvExport.customers(lines(segments, customers).iterator(), forecasts, states, out);
            case SEGMENTS_CSV -> CsvExport.segments(segments, out);
            case ACTION_PLAN_CSV -> CsvExport.actionPlan(segments, playbook, out);
            case COHORTS_CSV -> CohortCsv.write(cohorts, out);
        }
    }

    private static Stream<CustomerLine> lines(List<Segment> segments, Stream<Assignment> customers) {
        Map<Integer, String> names = segments.stream().collect(Collectors.toMap(Segment::cluster, Segment::name));
        return customers.map(a -> new CustomerLine(
                a.customerId(),
                a.recencyDays(),
                a.frequency(),
                a.monetary(),
                a.averageBasketSize(),
                a.clv(),
                a.outlier(),
                a.cluster(),
                names.getOrDefault(a.cluster(), ""),
                a.forecast(),
                a.standing()));
    }
}
