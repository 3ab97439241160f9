package io.segmenta.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceNotes;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.ingest.table.TableLink;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.ColumnChoice;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.installation.Quarantine;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.results.AssignmentQuery.Sort;
import io.segmenta.service.run.RunStatus;
import io.segmenta.service.run.RunSummary;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.Logged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2RunsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private Databases database;
    private final Recipe recipe = Example.recipe();

    @BeforeEach
    void open() {
        database = Databases.open(folder);
        database.datasets.add(new Dataset(
                recipe.source().dataset(),
                "shop.csv",
                "CSV, comma, UTF-8",
                List.of("Kunde \"A\"", "Größe"),
                1000,
                65536,
                NOON));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void reopen() {
        database.close();
        database = Databases.open(folder);
    }

    private RunId running() {
        RunId run = database.runs.add(recipe, new UserName("anna"), NOON);
        assertThat(database.runs.start(run, NOON.plusSeconds(5))).isTrue();
        return run;
    }

    private RunId succeeded(Outcome outcome) {
        RunId run = running();
        assertThat(database.runs.succeed(run, outcome, NOON.plusSeconds(9), Progress.SILENT))
                .isTrue();
        return run;
    }

    private RunStatus status(RunId run) {
        return database.runs.find(run).orElseThrow().status();
    }

    private static AssignmentQuery everybody(RunId run) {
        return new AssignmentQuery(run, "", Set.of(), Set.of(), Sort.CUSTOMER_ID, true, 0, Integer.MAX_VALUE);
    }

    @Test
    void aNewDatabaseSetsTheModelsOfTheLostOneAside() throws Exception {
        Path model = database.home.models().resolve(succeeded(Databases.outcome(10)) + ".json");
        String before = Files.readString(model);
        database.close();
        Files.delete(folder.resolve("segmenta.mv.db"));
        database = Databases.open(folder);
        try (Logged logged = Logged.by(Quarantine.class)) {
            database.runs.recover(NOON);
            assertThat(logged.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN")
                    .contains("1 files of models");
        }

        assertThat(model).doesNotExist();
        assertThat(folder.resolve("quarantine/models 2026-03-01T12-00-00/" + model.getFileName()))
                .hasContent(before);
    }

    @Test
    void aSegmentKeepsTheNameItWasGivenEverywhere() {
        RunId run = succeeded(Databases.outcome(10));
        RunResult before = database.runs.result(run).orElseThrow();
        int cluster = before.segments().getFirst().cluster();
        List<Segment> called = before.segments().stream()
                .map(segment -> segment.cluster() == cluster ? segment.titled("Gardeners") : segment)
                .toList();
        database.runs.rename(run, called);
        reopen();

        RunResult after = database.runs.result(run).orElseThrow();
        assertThat(after.segments()).isEqualTo(called);
        assertThat(after).usingRecursiveComparison().ignoringFields("segments").isEqualTo(before);
        assertThat(database.runs.model(run).orElseThrow().segments())
                .filteredOn(named -> named.cluster() == cluster)
                .extracting(ModelDocument.Named::name)
                .containsExactly("Gardeners");
        database.runs.rename(run, before.segments());
        assertThat(database.runs.result(run).orElseThrow().segments()).isEqualTo(before.segments());
        database.runs.rename(new RunId(99), called);
        assertThat(database.runs.result(new RunId(99))).isEmpty();
    }

    @Test
    void datasetsComeBackAsTheyWere() {
        Dataset dataset = database.datasets.find(recipe.source().dataset()).orElseThrow();
        assertThat(dataset.headers()).containsExactly("Kunde \"A\"", "Größe");
        assertThat(dataset.added()).isEqualTo(NOON);
        assertThat(database.datasets.all()).containsExactly(dataset);
        assertThat(database.datasets.find(new Fingerprint("0".repeat(64)))).isEmpty();
    }

    @Test
    void aRenamedDatasetHasItsNewNameWhereverItIsListed() {
        RunId run = database.runs.add(recipe, new UserName("anna"), NOON);
        database.datasets.rename(recipe.source().dataset(), "Shop 2011");
        reopen();
        assertThat(database.datasets
                        .find(recipe.source().dataset())
                        .orElseThrow()
                        .name())
                .isEqualTo("Shop 2011");
        assertThat(database.runs.find(run).orElseThrow().datasetName()).isEqualTo("Shop 2011");
        database.datasets.rename(new Fingerprint("0".repeat(64)), "Nobody");
        assertThat(database.datasets.all()).extracting(Dataset::name).containsExactly("Shop 2011");
    }

    @Test
    void whatWasChosenForTheseHeadersIsRememberedInAnyOrder() {
        List<String> headers = List.of("Wer", "Größe \"A\"", "Preis");
        ColumnChoice first = new ColumnChoice(recipe.source().mapping(), Currency.getInstance("GBP"), null);
        ColumnChoice second = new ColumnChoice(
                recipe.source().mapping(),
                Currency.getInstance("EUR"),
                CleaningRules.defaults()
                        .with(Returns.NET)
                        .with(List.of(new RowFilter(Field.COUNTRY, Mode.ONLY, List.of("Chile", "Peru")))),
                Map.of(Field.STATUS, Set.of("on hold")));
        database.datasets.remember(headers, first, NOON);
        database.datasets.remember(headers, second, NOON.plusSeconds(5));
        reopen();
        assertThat(database.datasets.remembered(headers.reversed())).contains(second);
        assertThat(database.datasets.remembered(List.of("Wer", "Preis"))).isEmpty();
    }

    @Test
    void aChoiceOfAnEarlierVersionHasNoRules() {
        ColumnChoice choice = new ColumnChoice(recipe.source().mapping(), Currency.getInstance("GBP"), null);
        String earlier = Documents.write(choice).replace(",\"rules\":null,\"seen\":{}", "");
        assertThat(earlier).doesNotContain("rules").contains("GBP");
        assertThat(Documents.read(earlier, ColumnChoice.class)).isEqualTo(choice);
    }

    @Test
    void whatWasReadOfFilesWithTheseTablesIsRemembered() {
        SourceCatalogue orders = new SourceCatalogue(List.of(
                FakeDatasets.table("2009", List.of("Who", "When"), true, true),
                FakeDatasets.table("Lines", List.of("Order", "Piece"), true, false)));
        SourceCatalogue later = new SourceCatalogue(List.of(
                FakeDatasets.table("Lines", List.of("Order", "Piece"), true, false),
                FakeDatasets.table("2010", List.of("When", "Who"), true, true)));
        database.datasets.remember(orders, SourceOptions.AUTOMATIC, NOON);
        SourceOptions chosen = new SourceOptions(List.of("Lines"), null, "GBK", false);
        database.datasets.remember(orders, chosen, NOON.plusSeconds(5));
        reopen();
        assertThat(database.datasets.remembered(later)).contains(chosen);
        assertThat(database.datasets.remembered(
                        new SourceCatalogue(orders.tables().subList(0, 1))))
                .isEmpty();
    }

    @Test
    void howAFileWasReadIsKeptWithItsDataset() {
        Dataset read = new Dataset(
                new Fingerprint("1".repeat(64)),
                "shop.zip",
                "CSV",
                List.of("a"),
                6,
                99,
                NOON,
                new SourceNotes(
                        List.of("\"Größe\" is not read."),
                        List.of(new TableLink("lines", 6, "orders", 5, List.of("Branch", "Order ID"), 4, 1)),
                        "Windows-1252"));
        database.datasets.add(read);
        reopen();
        assertThat(database.datasets.find(read.fingerprint())).contains(read);
    }

    @Test
    void aRecipeComesBackAsItWas() {
        RunId run = database.runs.add(recipe, new UserName("anna"), NOON);
        assertThat(database.runs.recipe(run)).contains(recipe);
        assertThat(database.runs.recipe(new RunId(run.value() + 1))).isEmpty();
    }

    @Test
    void aSucceededRunComesBackAsItWasAfterARestart() {
        Outcome outcome = Databases.outcome(1000);
        RunId run = succeeded(outcome);
        reopen();
        assertThat(database.runs.result(run).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(outcome.result());
        RunSummary summary = database.runs.find(run).orElseThrow();
        assertThat(summary.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(summary.datasetName()).isEqualTo("shop.csv");
        assertThat(summary.customers()).isEqualTo(1000);
        assertThat(summary.took()).isEqualTo(Duration.ofSeconds(4));
        assertThat(summary.by()).isEqualTo(new UserName("anna"));
        assertThat(database.assignments.page(everybody(run)))
                .hasSize(1000)
                .element(96)
                .isEqualTo(outcome.assignment(96));
    }

    @Test
    void aTunedRunIsNamedByWhatItSearchesAndThenByWhatItFound() {
        RunId run = database.runs.add(Example.tunedRecipe(), new UserName("anna"), NOON);
        database.runs.start(run, NOON);
        assertThat(database.runs.find(run).orElseThrow().algorithm())
                .isEqualTo("best of k-means, hierarchical clustering, Gaussian mixture");
        Outcome found = Databases.outcome(300);
        Outcome tuned = new Outcome(
                Example.with(found.result(), Example.tunedInsights()),
                found.features(),
                found.clusters(),
                found.outlier(),
                found.standings(),
                found.forecasts());
        database.runs.succeed(run, tuned, NOON, Progress.SILENT);
        assertThat(database.runs.find(run).orElseThrow().algorithm())
                .isEqualTo("k-means, 5 segments, best of 4 trials");
        var fitting = database.runs.result(run).orElseThrow().insights().fitting();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(fitting).tuning())
                        .trials())
                .hasSize(4);
    }

    @Test
    void nothingIsShownBeforeTheEnd() {
        RunId run = running();
        Outcome outcome = Databases.outcome(50_000);
        database.runs.succeed(run, outcome, NOON, (fraction, detail) -> {
            assertThat(status(run)).isEqualTo(RunStatus.RUNNING);
            assertThat(database.runs.result(run)).isEmpty();
            assertThat(database.assignments.count(everybody(run))).isZero();
            assertThat(database.assignments.page(everybody(run))).isEmpty();
        });
        assertThat(database.assignments.count(everybody(run))).isEqualTo(50_000);
    }

    @Test
    void ofTwoThatEndARunTheFirstWins() {
        RunId run = running();
        assertThat(database.runs.end(run, RunStatus.CANCELLED, null, NOON)).isTrue();
        assertThat(database.runs.end(run, RunStatus.FAILED, "too late", NOON)).isFalse();
        assertThat(database.runs.succeed(run, Databases.outcome(300), NOON, Progress.SILENT))
                .isFalse();
        assertThat(status(run)).isEqualTo(RunStatus.CANCELLED);
        assertThat(leftovers(run)).isZero();
    }

    @Test
    void aCancelledRunLeavesNothing() {
        RunId run = running();
        Progress cancelling = (fraction, detail) -> {
            if (fraction > 0.5) {
                throw new CancelledException();
            }
        };
        assertThatThrownBy(() -> database.runs.succeed(run, Databases.outcome(50_000), NOON, cancelling))
                .isInstanceOf(CancelledException.class);
        assertThat(leftovers(run)).isZero();
    }

    /** Blocks before it are committed when the database refuses one, in the midst of the second batch. */
    @Test
    void aBlockThatCannotBeStoredLeavesNothing() {
        RunId run = running();
        JdbcClient.create(database.source)
                .sql("ALTER TABLE assignment ADD CONSTRAINT refused CHECK (block <> 57)")
                .update();
        assertThatThrownBy(() -> database.runs.succeed(run, Databases.outcome(50_000), NOON, Progress.SILENT))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(leftovers(run)).isZero();
        assertThat(status(run)).isEqualTo(RunStatus.RUNNING);
        assertThat(database.runs.result(run)).isEmpty();
    }

    @Test
    void whatWasRunningIsInterruptedAfterARestartAndWhatWaitedWaits() {
        RunId done = succeeded(Databases.outcome(300));
        RunId interrupted = running();
        RunId first = database.runs.add(recipe, new UserName("anna"), NOON);
        RunId second = database.runs.add(recipe, new UserName("anna"), NOON);
        reopen();
        database.runs.recover(NOON.plusSeconds(60));
        assertThat(status(done)).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(status(interrupted)).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(database.runs.queued()).containsExactly(first, second);
        assertThat(database.runs.all()).extracting(RunSummary::id).containsExactly(second, first, interrupted, done);
    }

    @Test
    void aRunThatIsNotQueuedDoesNotStart() {
        RunId run = running();
        assertThat(database.runs.start(run, NOON)).isFalse();
    }

    @Test
    void aFailureIsToldInItsOwnWords() {
        RunId run = running();
        database.runs.end(run, RunStatus.FAILED, "There is no row left.", NOON);
        assertThat(database.runs.find(run).orElseThrow().failure()).isEqualTo("There is no row left.");
    }

    @Test
    void aDeletedRunLeavesNothing() {
        RunId run = succeeded(Databases.outcome(300));
        RunId other = succeeded(Databases.outcome(300));
        database.runs.delete(run);
        assertThat(database.runs.find(run)).isEmpty();
        assertThat(leftovers(run)).isZero();
        assertThat(database.runs.result(other)).isPresent();
        assertThat(database.assignments.count(everybody(other))).isEqualTo(300);
    }

    @Test
    void aModelOfAnotherVersionIsRefusedInWords() throws Exception {
        RunId run = succeeded(Databases.outcome(300));
        Path model = database.home.models().resolve(run + ".json");
        Files.writeString(model, Files.readString(model).replace("\"version\" : 2,", "\"version\" : 3,"));
        assertThatThrownBy(() -> database.runs.result(run))
                .hasMessageContaining("has version 3")
                .hasMessageContaining("Start the run again");
    }

    @Test
    void theModelOfARunCanBeTakenAway() {
        Outcome outcome = Databases.outcome(300);
        RunId run = succeeded(outcome);
        ModelDocument model = database.runs.model(run).orElseThrow();
        assertThat(model)
                .usingRecursiveComparison()
                .isEqualTo(ModelDocument.of(database.runs.recipe(run).orElseThrow(), outcome));
        assertThat(model.lifespanDays()).isEqualTo(130);
        assertThat(database.runs.model(new RunId(run.value() + 1))).isEmpty();
    }

    @Test
    void aModelOfTheFirstVersionIsCompletedFromItsRun() throws Exception {
        Outcome outcome = Databases.outcome(300);
        RunId run = succeeded(outcome);
        RunResult result = outcome.result();
        Files.writeString(
                database.home.models().resolve(run + ".json"),
                Documents.write(Map.of("version", 1, "transform", result.transform(), "model", result.model()))
                        .replaceFirst("\"model\":\\{", "\"model\":{\"kind\":\"centroids\","));
        assertThat(database.runs.result(run).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(result);
        ModelDocument model = database.runs.model(run).orElseThrow();
        assertThat(model.version()).isEqualTo(ModelDocument.VERSION);
        assertThat(model.segments()).hasSize(5);
        // Means of CLV are 0.4 times those of monetary in the example.
        assertThat(model.lifespanDays()).isCloseTo(146, within(1e-9));
    }

    /** Rows and files of a run beyond its line in the history. */
    private long leftovers(RunId run) {
        long rows = 0;
        for (String table : List.of("assignment", "assignment_index")) {
            rows += JdbcClient.create(database.source)
                    .sql("SELECT count(*) FROM " + table + " WHERE run = ?")
                    .param(run.value())
                    .query((row, number) -> row.getLong(1))
                    .single();
        }
        return rows + (Files.exists(database.home.models().resolve(run + ".json")) ? 1 : 0);
    }
}
