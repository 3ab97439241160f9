package io.segmenta.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.Services;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.run.RunHandle;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunStatus;
import io.segmenta.testing.OldHome;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A home that the version before wrote says to this one what it said to that one. */
class OldHomeIT {
    @TempDir
    Path folder;

    private ConfigurableApplicationContext open(OldHome old) {
        return new SpringApplicationBuilder(Services.class)
                .web(WebApplicationType.NONE)
                .run("--segmenta.home=" + old.home());
    }

    @Test
    void everythingInItIsAsItWas() throws Exception {
        OldHome old = OldHome.unpack(folder);
        for (String time : new String[] {"first", "second"}) {
            try (ConfigurableApplicationContext context = open(old)) {
                assertThat(HomeNotes.of(context, old.shop()))
                        .as("opened for the %s time", time)
                        .containsExactlyElementsOf(OldHome.notes());
            }
        }
    }

    @Test
    void itsRunsFindTheSameSegmentsWhenTheyAreStartedAgain() throws Exception {
        try (ConfigurableApplicationContext context = open(OldHome.unpack(folder))) {
            RunService runs = context.getBean(RunService.class);
            for (long number = 1; number <= 6; number++) {
                RunId run = new RunId(number);
                RunResult before = runs.result(run).orElseThrow();
                RunHandle again = runs.again(run, new UserName("anna"));
                assertThat(again.await().status()).as("run %s", run).isEqualTo(RunStatus.SUCCEEDED);
                RunResult after = runs.result(again.id()).orElseThrow();
                assertThat(nameless(after)).as("run %s", run).isEqualTo(nameless(before));
                assertThat(after.metrics()).as("run %s", run).isEqualTo(before.metrics());
                List<Assignment> customers = runs.assignments(everybody(again.id()));
                assertThat(customers).as("run %s", run).allMatch(customer -> customer.standing() != null);
                assertThat(customers)
                        .as("run %s", run)
                        // Forecasts came from one purchase model then, intervals of one customer were those of a mean.
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("standing", "forecast.forecast")
                        .isEqualTo(runs.assignments(everybody(run)));
            }
        }
    }

    /** Names were given by distance alone then; today they must be true. */
    private static List<Segment> nameless(RunResult result) {
        return result.segments().stream()
                .map(segment -> segment.named(Persona.AVERAGE_CUSTOMERS, 1))
                .sorted(Comparator.comparingInt(Segment::cluster))
                .toList();
    }

    private static AssignmentQuery everybody(RunId run) {
        return new AssignmentQuery(
                run, "", Set.of(), Set.of(), AssignmentQuery.Sort.CUSTOMER_ID, true, 0, Integer.MAX_VALUE);
    }
}
