package io.segmenta.service.person;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.orders.CustomerHistory;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.service.dataset.DatasetStores;
import io.segmenta.service.results.AssignmentRepository;
import io.segmenta.service.run.RunService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Customers of the runs that are kept. */
public final class People implements PersonService {
    private final RunService runs;
    private final AssignmentRepository assignments;
    private final DatasetStores stores;
    private final Clock clock;

    public People(RunService runs, AssignmentRepository assignments, DatasetStores stores, Clock clock) {
        this.runs = runs;
        this.assignments = assignments;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public Optional<Assignment> find(RunId run, String customer) {
        return assignments.find(run, customer);
    }

    @Override
    public CustomerHistory history(RunId run, String customer) {
        Recipe recipe = runs.recipe(run)
                .orElseThrow(
                        () -> new UserFacingException("Run " + run + " is not here any more. Choose another one."));
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return stores.work(recipe.source().dataset(), store -> {
            Cleaner.clean(store, recipe.source().mapping(), recipe.cleaning(), today, Progress.SILENT);
            return CustomerHistory.of(store, customer);
        });
    }
}
