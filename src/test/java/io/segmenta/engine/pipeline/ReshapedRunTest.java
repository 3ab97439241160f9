package io.segmenta.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.engine.reshape.Reshaping.Shaped;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.run.HeadlessRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Segments put together and divided on the shipped sample. */
class ReshapedRunTest {
    private static OpenedFile sample;
    private static Recipe found;
    private static Outcome before;

    @BeforeAll
    static void asFound() {
        sample = OpenedFile.read(Path.of("data/sample-transactions.csv"), StageProgress.SILENT);
        Map<Field, String> headers = new EnumMap<>(Field.class);
        var proposal = sample.reading().proposal();
        proposal.suggestions()
                .forEach((field, suggestion) -> suggestion.header().ifPresent(header -> headers.put(field, header)));
        found = Recipe.of(
                "sample",
                new Source(
                        sample.fingerprint(), new ColumnMapping(headers, Objects.requireNonNull(proposal.dateOrder()))),
                new Method.Given(KMeansParameters.of(5)),
                new Seed(42));
        before = run(found);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @Test
    void twoSegmentsBecomeOneInAllThatFollows() {
        Segment one = before.result().segments().get(3);
        Segment other = before.result().segments().get(4);
        Outcome after =
                run(found.reshaped(Reshaping.merged(shaped(before, found), Set.of(one.cluster(), other.cluster()))));
        RunResult result = after.result();
        assertThat(result.segments()).hasSize(4);
        Segment together = result.segments().stream()
                .filter(segment -> segment.customers() == one.customers() + other.customers())
                .findFirst()
                .orElseThrow();
        assertThat(together.revenue()).isCloseTo(one.revenue() + other.revenue(), within(1e-6));
        assertThat(together.mean(Feature.FREQUENCY))
                .isCloseTo(
                        (one.customers() * one.mean(Feature.FREQUENCY)
                                        + other.customers() * other.mean(Feature.FREQUENCY))
                                / together.customers(),
                        within(1e-9));
        for (int i = 0; i < after.customers(); i++) {
            int was = before.clusters()[i];
            assertThat(after.clusters()[i] == together.cluster())
                    .isEqualTo(was == one.cluster() || was == other.cluster());
        }
        assertThat(Objects.requireNonNull(result.insights().fitting()).approach())
                .isEqualTo("k-means, 5 segments, 4 after changes by hand");
        assertThat(result.insights().explanations())
                .hasSize(4)
                .allSatisfy(explanation -> assertThat(explanation.rule().text()).isNotBlank());
        HeldOutReport heldOut = Objects.requireNonNull(result.insights().heldOut());
        assertThat(heldOut.of(together.cluster())).isPresent();
        double stable = result.insights().explanation(together).orElseThrow().jaccard();
        assertThat(stable)
                .as("the refits it is looked for in are put together too")
                .isGreaterThan(0.75);
        newCustomersFollow(after);
    }

    @Test
    void aSegmentIsDividedAtAValueAndPutTogetherAgain() {
        Segment segment = before.result().segments().getFirst();
        double median = segment.median(Feature.FREQUENCY);
        Recipe divided =
                found.reshaped(Reshaping.split(shaped(before, found), segment.cluster(), Feature.FREQUENCY, median));
        Outcome after = run(divided);
        assertThat(after.result().segments()).hasSize(6);
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < after.customers(); i++) {
            if (before.clusters()[i] == segment.cluster()) {
                boolean above = after.features().column(Feature.FREQUENCY)[i] > median;
                parts.add(above ? after.clusters()[i] : -1 - after.clusters()[i]);
            }
        }
        assertThat(parts.stream().distinct()).as("one number on each side").hasSize(2);
        newCustomersFollow(after);

        Set<Integer> both = Set.copyOf(IntStream.range(0, after.customers())
                .filter(i -> before.clusters()[i] == segment.cluster())
                .mapToObj(i -> after.clusters()[i])
                .distinct()
                .toList());
        Outcome again = run(divided.reshaped(Reshaping.merged(shaped(after, divided), both)));
        assertThat(again.clusters()).isEqualTo(before.clusters());
        newCustomersFollow(again);
    }

    @Test
    void onAnotherDayTheSameSegmentsAreTogether() {
        Segment one = before.result().segments().get(3);
        Segment other = before.result().segments().get(4);
        Recipe together =
                found.reshaped(Reshaping.merged(shaped(before, found), Set.of(one.cluster(), other.cluster())));
        LocalDate day = before.result().snapshot().minusDays(61);
        Outcome alone = run(found.until(day));
        Outcome after = run(together.until(day));
        assertThat(alone.result().segments()).hasSize(5);
        assertThat(after.result().segments()).hasSize(4);
        // as many as were together share their segment on that day too, but for those who moved
        int same = 0;
        int all = 0;
        Map<String, Integer> was = new HashMap<>();
        for (int i = 0; i < before.customers(); i++) {
            was.put(before.features().ids().get(i), before.clusters()[i]);
        }
        int[] counts = new int[4];
        for (int i = 0; i < after.customers(); i++) {
            Integer cluster = was.get(after.features().ids().get(i));
            if (cluster != null
                    && (cluster == one.cluster() || cluster == other.cluster())
                    && after.clusters()[i] >= 0) {
                counts[after.clusters()[i]]++;
                all++;
            }
        }
        for (int count : counts) {
            same = Math.max(same, count);
        }
        assertThat(same).isGreaterThan(all * 3 / 5);
        Recipe read = Documents.read(Documents.write(RecipeDocument.of(together)), RecipeDocument.class)
                .recipe();
        assertThat(run(read.until(day)).clusters()).as("as it is stored").isEqualTo(after.clusters());
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        Shaped shaped = shaped(before, found);
        assertThatThrownBy(() -> Reshaping.merged(shaped, Set.of(1)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("at least two");
        assertThatThrownBy(() -> Reshaping.merged(shaped, Set.of(1, 9)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("at least two");
        assertThatThrownBy(() -> Reshaping.merged(shaped, Set.of(0, 1, 2, 3, 4)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("all customers");
        assertThatThrownBy(() -> Reshaping.split(shaped, 1, Feature.RETURNS_SHARE, 0.5))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("returns share");
    }

    @Test
    void aSegmentWithEverybodyOnOneSideStaysAndItIsSaid() {
        Outcome after = run(found.reshaped(Reshaping.split(shaped(before, found), 1, Feature.FREQUENCY, 1e9)));
        assertThat(after.clusters()).isEqualTo(before.clusters());
        assertThat(Objects.requireNonNull(after.result().insights().fitting()).caveats())
                .anySatisfy(sentence -> assertThat(sentence).contains("frequency at", "one side"));
        newCustomersFollow(after);
    }

    /** The model gives each customer of its run the segment that they have there. */
    private static void newCustomersFollow(Outcome outcome) {
        ModelDocument model = Documents.read(ModelDocument.of(found, outcome).text(), ModelDocument.class);
        double[][] columns = model.transform().features().stream()
                .map(outcome.features()::column)
                .toArray(double[][]::new);
        for (int i = 0; i < outcome.customers(); i++) {
            int customer = i;
            if (outcome.clusters()[i] >= 0) {
                double[] raw = Arrays.stream(columns)
                        .mapToDouble(column -> column[customer])
                        .toArray();
                assertThat(model.model().assign(model.transform().apply(raw))).isEqualTo(outcome.clusters()[i]);
            }
        }
    }

    private static Shaped shaped(Outcome outcome, Recipe recipe) {
        return new Shaped(outcome.result().transform(), outcome.result().model(), recipe.reshaping());
    }

    private static Outcome run(Recipe recipe) {
        return HeadlessRun.of(sample, recipe, StageProgress.SILENT);
    }
}
