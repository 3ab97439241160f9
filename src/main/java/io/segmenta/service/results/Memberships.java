package io.segmenta.service.results;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.segment.Membership;
import io.segmenta.engine.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who belongs to which segment in runs that are kept. */
public final class Memberships {
    private final AssignmentRepository assignments;

    public Memberships(AssignmentRepository assignments) {
        this.assignments = assignments;
    }

    /** Reads every customer of the run: a second or so for a million. */
    public Membership of(RunId run, List<Segment> segments) {
        List<String> ids = new ArrayList<>();
        double[][] money = {new double[1024]};
        int[][] clusters = {new int[1024]};
        try (Stream<Assignment> customers = assignments.all(run)) {
            customers.forEachOrdered(customer -> {
                int place = ids.size();
                if (place == money[0].length) {
                    money[0] = Arrays.copyOf(money[0], 2 * place);
                    clusters[0] = Arrays.copyOf(clusters[0], 2 * place);
                }
                ids.add(customer.customerId());
                money[0][place] = customer.monetary();
                clusters[0][place] = customer.cluster();
            });
        }
        return new Membership(
                segments, ids, Arrays.copyOf(clusters[0], ids.size()), Arrays.copyOf(money[0], ids.size()));
    }
}
