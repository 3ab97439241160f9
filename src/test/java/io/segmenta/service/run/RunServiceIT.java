package io.segmenta.service.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.Services;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.sample.SampleSettings;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.dataset.SampleShop;
import io.segmenta.service.export.ExportService;
import io.segmenta.service.export.ExportService.ExportFile;
import io.segmenta.service.installation.Home;
import io.segmenta.service.installation.Settings;
import io.segmenta.service.plan.PlanService;
import io.segmenta.service.results.AssignmentQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The services as the pages use them, on the shipped sample. */
@SpringBootTest(classes = Services.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RunServiceIT {
    @Autowired
    DatasetService datasets;

    @Autowired
    RunService runs;

    @Autowired
    RunRepository repository;

    @Autowired
    PlanService plans;

    @Autowired
    ExportService exports;

    @Autowired
    Settings settings;

    private Dataset sample() {
        return datasets.addSample(Progress.SILENT);
    }

    private ColumnMapping mapping(Fingerprint dataset) {
        MappingProposal proposal = datasets.propose(dataset);
        Map<Field, String> headers = new EnumMap<>(Field.class);
        proposal.suggestions()
                .forEach((field, suggestion) -> suggestion.header().ifPresent(header -> headers.put(field, header)));
        return new ColumnMapping(headers, Objects.requireNonNull(proposal.dateOrder()));
    }

    private Recipe recipe(Fingerprint dataset, int clusters) {
        return Recipe.of(
                "Spring",
                new Source(dataset, mapping(dataset)),
                new Method.Given(KMeansParameters.of(clusters)),
                new Seed(42));
    }

    private static AssignmentQuery everybody(RunId run) {
        return new AssignmentQuery(
                run, "", Set.of(), Set.of(), AssignmentQuery.Sort.CUSTOMER_ID, true, 0, Integer.MAX_VALUE);
    }

    private String export(RunId run, ExportFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(run, file, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> leftOut(Dataset dataset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        datasets.writeRejects(dataset.fingerprint(), mapping(dataset.fingerprint()), CleaningRules.defaults(), out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void fromTheSampleToABudget() throws Exception {
        Dataset dataset = sample();
        assertThat(datasets.preview(dataset.fingerprint(), 20))
                .hasSize(20)
                .allMatch(row -> row.size() == dataset.headers().size());
        QualityReport quality = datasets.quality(
                dataset.fingerprint(), mapping(dataset.fingerprint()), CleaningRules.defaults(), Progress.SILENT);

        assertThat(leftOut(dataset)).hasSize(Math.toIntExact(1 + quality.rowsRead() - quality.rowsKept()));

        RunHandle handle = runs.submit(recipe(dataset.fingerprint(), 5), new UserName("anna"));
        List<RunProgress> seen = new CopyOnWriteArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        handle.watch(progress -> {
            seen.add(progress);
            if (progress.status().ended()) {
                ended.countDown();
            }
        });
        assertThat(handle.await().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(ended.await(10, TimeUnit.SECONDS))
                .as("the watcher hears of the end")
                .isTrue();
        assertThat(seen).extracting(RunProgress::percent).isSorted().last().isEqualTo(100);

        RunResult result = runs.result(handle.id()).orElseThrow();
        assertThat(result.quality()).isEqualTo(quality);
        assertThat(result.segments()).hasSize(5);
        assertThat(result.provenance().datasetSha256())
                .isEqualTo(dataset.fingerprint().sha256());
        assertThat(runs.count(everybody(handle.id()))).isEqualTo(result.customers());
        assertThat(runs.summary(handle.id()).orElseThrow().customers()).isEqualTo(result.customers());
        assertThat(runs.handle(handle.id()).orElseThrow().progress().percent()).isEqualTo(100);
        assertThat(export(handle.id(), ExportFile.CUSTOMERS_CSV).lines()).hasSize(result.customers() + 1);
        assertThat(export(handle.id(), ExportFile.SEGMENTS_CSV).lines()).hasSize(6);
        assertThat(export(handle.id(), ExportFile.ACTION_PLAN_CSV)).contains("VIP Champions");
        assertThat(plans.playbookSplit(runs.result(handle.id()).orElseThrow().segments(), new Money(1_000_000))
                        .allocations())
                .hasSize(5);

        RunHandle again = runs.again(handle.id(), new UserName("ben"));
        assertThat(again.await().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(runs.assignments(everybody(again.id()))).isEqualTo(runs.assignments(everybody(handle.id())));
        assertThat(runs.result(again.id()).orElseThrow().provenance()).isEqualTo(result.provenance());

        runs.rename(handle.id(), result.segments().getFirst().cluster(), "Gardeners");
        assertThat(runs.result(handle.id()).orElseThrow().segments().getFirst().name())
                .isEqualTo("Gardeners");
        assertThat(export(handle.id(), ExportFile.CUSTOMERS_CSV)).contains(",Gardeners,");
        assertThat(export(handle.id(), ExportFile.SEGMENTS_CSV)).contains("Gardeners,");

        runs.delete(handle.id());
        assertThat(runs.summary(handle.id())).isEmpty();
        assertThat(runs.handle(handle.id())).isEmpty();
        assertThatThrownBy(() -> exports.write(handle.id(), ExportFile.SEGMENTS_CSV, OutputStream.nullOutputStream()))
                .isInstanceOf(UserFacingException.class);
    }

    @Test
    void aRunThatCannotSucceedSaysWhy() throws Exception {
        Recipe impossible = recipe(sample().fingerprint(), 5);
        Recipe early = impossible.withSnapshot(LocalDate.of(1999, 1, 1));
        RunHandle handle = runs.submit(early, new UserName("anna"));
        RunProgress end = handle.await();
        assertThat(end.status()).isEqualTo(RunStatus.FAILED);
        assertThat(runs.summary(handle.id()).orElseThrow().failure()).contains("1999-01-01");
        assertThat(runs.handle(handle.id()).orElseThrow().progress().detail()).contains("1999-01-01");
        assertThat(runs.result(handle.id())).isEmpty();
    }

    @Test
    void whatWaitsAndWhatRunsCanBeCancelled() throws Exception {
        Recipe recipe = recipe(sample().fingerprint(), 5);
        List<RunHandle> handles = IntStream.range(0, 4)
                .mapToObj(i -> runs.submit(recipe, new UserName("anna")))
                .toList();
        handles.forEach(RunHandle::cancel);
        for (RunHandle handle : handles) {
            assertThat(handle.await().status()).isIn(RunStatus.CANCELLED, RunStatus.SUCCEEDED);
        }
        assertThat(handles.getLast().progress().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(runs.result(handles.getLast().id())).isEmpty();
        handles.getLast().cancel();
        assertThat(runs.submit(recipe, new UserName("anna")).await().status())
                .as("the next one runs")
                .isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aRunThatIsDeletedWhereverItStandsIsNobodysFailure() throws Exception {
        Recipe recipe = recipe(sample().fingerprint(), 5);
        for (int i = 0; i < 4; i++) {
            RunHandle handle = runs.submit(recipe, new UserName("anna"));
            // as if it had been taken up between the look at what runs and the deletion
            repository.delete(handle.id());
            assertThat(handle.await().status()).isEqualTo(RunStatus.CANCELLED);
        }
    }

    @Test
    void theSameContentIsStoredOnceAlsoAtTheSameTime(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            SampleShop.generate(SampleSettings.of(300, new Seed(5)), out);
        }
        List<CompletableFuture<Dataset>> uploads = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> datasets.add(file, i + ".csv", Progress.SILENT)))
                .toList();
        List<Dataset> added =
                uploads.stream().map(CompletableFuture::join).distinct().toList();
        assertThat(added).hasSize(1);
        assertThat(datasets.list()).filteredOn(d -> d.equals(added.getFirst())).hasSize(1);
        assertThat(files(settings.home().resolve("temp"))).isEmpty();
    }

    @Test
    void aDeletedDatasetLeavesNothing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("b.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            SampleShop.generate(SampleSettings.of(300, new Seed(6)), out);
        }
        Dataset dataset = datasets.add(file, "b.csv", Progress.SILENT);
        RunHandle done = runs.submit(recipe(dataset.fingerprint(), 3), new UserName("anna"));
        done.await();
        RunHandle busy = runs.submit(recipe(dataset.fingerprint(), 4), new UserName("anna"));
        datasets.delete(dataset.fingerprint());
        assertThat(datasets.find(dataset.fingerprint())).isEmpty();
        assertThat(runs.summary(done.id())).isEmpty();
        assertThat(runs.summary(busy.id())).isEmpty();
        assertThat(files(settings.home().resolve("datasets")))
                .noneMatch(name -> name.startsWith(dataset.fingerprint().sha256()));
        assertThat(files(settings.home().resolve("models"))).doesNotContain(done.id() + ".json");
    }

    @Test
    void aBrokenFileLeavesNothing(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3});
        List<String> before = files(settings.home().resolve("datasets"));
        assertThatThrownBy(() -> datasets.add(file, "broken.xlsx", Progress.SILENT))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("broken.xlsx");
        assertThat(files(settings.home().resolve("datasets"))).isEqualTo(before);
        assertThat(files(settings.home().resolve("temp"))).isEmpty();
    }

    @Test
    void aSecondSegmentaInTheSameFolderSaysSo() {
        assertThatThrownBy(() -> Home.open(settings.home()))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("in use by another Segmenta")
                .hasMessageContaining("segmenta.home");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
