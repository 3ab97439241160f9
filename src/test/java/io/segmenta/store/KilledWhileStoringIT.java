package io.segmenta.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.results.AssignmentQuery.Sort;
import io.segmenta.service.run.RunStatus;
import io.segmenta.testing.Child;
import io.segmenta.testing.Example;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kill -9 leaves: everything of a run that was said to be done, nothing of one that was not. */
class KilledWhileStoringIT {
    private static final int CUSTOMERS = 200_000;
    private static final int NEVER = 101;

    @TempDir
    Path folder;

    /** Stores one run and says that it is done, or how far it is, and goes no further, at a percentage. */
    public static final class Storing {
        private Storing() {}

        public static void main(String[] arguments) throws Exception {
            PrintStream out = System.out;
            try (Databases database = Databases.open(Path.of(arguments[0]))) {
                Thread.sleep(Long.parseLong(arguments[1]) * 1000);
                if (database.datasets.all().isEmpty()) {
                    database.datasets.add(new Dataset(
                            Example.recipe().source().dataset(), "shop.csv", "CSV", List.of("a"), 1, 1, Instant.EPOCH));
                }
                RunId run = database.runs.add(Example.recipe(), new UserName("anna"), Instant.EPOCH);
                database.runs.start(run, Instant.EPOCH);
                int stop = Integer.parseInt(arguments[2]);
                Progress progress = (fraction, detail) -> {
                    if (100 * fraction >= stop) {
                        out.println("stopped");
                        Child.untilKilled();
                    }
                };
                database.runs.succeed(run, Databases.outcome(CUSTOMERS), Instant.EPOCH, progress);
                out.println("done");
                Child.untilKilled();
            }
        }
    }

    private Databases reopened() {
        Databases database = Databases.open(folder);
        database.runs.recover(Instant.EPOCH);
        return database;
    }

    @RepeatedTest(3)
    void aRunSaidToBeDoneIsThereToTheLastCustomer() throws Exception {
        killedWhenDone(0);
        everythingIsThere();
    }

    /** H2 keeps what it replaced for 45 seconds; version 2.5.252 lost the newest state when that time had passed. */
    @Test
    void soItIsWhenTheProductHasRunForAWhile() throws Exception {
        killedWhenDone(50);
        everythingIsThere();
    }

    private void killedWhenDone(int secondsBefore) throws Exception {
        try (Child child = Child.start(Storing.class, folder, secondsBefore, NEVER)) {
            child.await("done"::equals);
            child.kill();
        }
    }

    private void everythingIsThere() throws Exception {
        try (Databases database = reopened()) {
            RunId run = database.runs.all().getFirst().id();
            assertThat(database.runs.find(run).orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
            Outcome expected = Databases.outcome(CUSTOMERS);
            assertThat(database.runs.result(run).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(expected.result());
            AssignmentQuery byMoney =
                    new AssignmentQuery(run, "", Set.of(), Set.of(), Sort.MONETARY, true, 0, CUSTOMERS);
            assertThat(database.assignments.page(byMoney)).hasSize(CUSTOMERS).doesNotHaveDuplicates();
            try (var all = database.assignments.all(run)) {
                assertThat(all.skip(CUSTOMERS - 1).toList()).containsExactly(expected.assignment(CUSTOMERS - 1));
            }
        }
    }

    @Test
    void aHalfWrittenRunIsInterruptedAndLeavesNothing() throws Exception {
        for (int percent : new int[] {0, 30, 70}) {
            try (Child child = Child.start(Storing.class, folder, 0, percent)) {
                child.await("stopped"::equals);
                child.kill();
            }
            try (Databases database = reopened()) {
                RunId run = database.runs.all().getFirst().id();
                assertThat(database.runs.find(run).orElseThrow().status())
                        .as("killed at %d %%", percent)
                        .isEqualTo(RunStatus.INTERRUPTED);
                assertThat(database.runs.result(run)).isEmpty();
                AssignmentQuery query = new AssignmentQuery(run, "", Set.of(), Set.of(), Sort.CLV, true, 0, 10);
                assertThat(database.assignments.count(query)).isZero();
                assertThat(database.assignments.page(query)).isEmpty();
                assertThat(database.home.models()).isEmptyDirectory();
            }
        }
    }
}
