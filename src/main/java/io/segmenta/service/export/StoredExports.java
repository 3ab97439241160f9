package io.segmenta.service.export;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.service.plan.PlanService;
import io.segmenta.service.results.AssignmentRepository;
import io.segmenta.service.run.RunService;
import java.io.OutputStream;
import java.util.stream.Stream;

/** Files of the runs that are kept. */
public final class StoredExports implements ExportService {
    private final RunService runs;
    private final AssignmentRepository assignments;
    private final PlanService plans;

    public StoredExports(RunService runs, AssignmentRepository assignments, PlanService plans) {
        this.runs = runs;
        this.assignments = assignments;
        this.plans = plans;
    }

    @Override
    public void write(RunId run, ExportFile file, OutputStream out) {
        RunResult result = runs.result(run)
                .orElseThrow(() -> new UserFacingException(
                        "Run " + run + " has no results to export. Choose a run that is done."));
        try (Stream<Assignment> customers =
                file == ExportFile.CUSTOMERS_CSV ? assignments.all(run) : Stream.<Assignment>empty()) {
            ResultFiles.write(
                    file,
                    result.segments(),
                    customers,
                    result.insights().value() != null,
                    result.insights().states() != null,
                    result.insights().cohorts(),
                    plans.playbook(),
                    out);
        }
    }
}
