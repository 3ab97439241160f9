package io.segmenta.run;

import io.segmenta.base.UserFacingException;
import java.io.OutputStream;
import java.util.stream.Stream;

/** Files of the runs that are kept. */
final class StoredExports implements ExportService {
    private final RunService runs;
    private final AssignmentRepository assignments;
    private final PlanService plans;

    StoredExports(RunService runs, AssignmentRepository assignments, PlanService plans) {
        this.runs = runs;
        this.assignments = assignments;
        this.plans = plans;
    }

    @Override
    public void write(long run, ExportFile file, OutputStream out) {
        RunResult result = runs.result(run)
                .orElseThrow(() -> new UserFacingException(
                        "Run " + run + " has no results to export. Choose a run that is done."));
        try (Stream<Assignment> customers =
                file == ExportFile.CUSTOMERS_CSV ? assignments.all(run) : Stream.<Assignment>empty()) {
            ResultFiles.write(
                    file, result.segments(), customers, result.insights().value() != null, plans.playbook(), out);
        }
    }
}
