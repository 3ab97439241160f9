package io.segmenta.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.Services;
import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.installation.Quarantine;
import io.segmenta.service.installation.Settings;
import io.segmenta.service.run.RunService;
import io.segmenta.testing.Logged;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Datasets with their real files: what is stored once, what is another one, and what is left of those that did not come about. */
@SpringBootTest(
        classes = Services.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        // of its own: what other tests leave in theirs would be listed here
        properties = "segmenta.home=target/homes/library-${random.uuid}")
class DatasetLibraryIT {
    private static final String HEADER = "CustomerID,InvoiceID,ProductID,InvoiceDate,Quantity,UnitPrice\n";
    private static final ColumnMapping MAPPING = new ColumnMapping(
            Map.of(
                    Field.CUSTOMER_ID, "CustomerID",
                    Field.INVOICE_ID, "InvoiceID",
                    Field.PRODUCT_ID, "ProductID",
                    Field.TIMESTAMP, "InvoiceDate",
                    Field.QUANTITY, "Quantity",
                    Field.UNIT_PRICE, "UnitPrice"),
            DateOrder.YEAR_FIRST);

    @Autowired
    DatasetService datasets;

    @Autowired
    DatasetStores stores;

    @Autowired
    RunService runs;

    @Autowired
    Settings settings;

    @TempDir
    Path folder;

    @AfterEach
    void everythingIsGoneAgain() throws IOException {
        datasets.list().forEach(dataset -> datasets.delete(dataset.fingerprint()));
        assertThat(files("datasets")).isEmpty();
        assertThat(files("temp")).isEmpty();
    }

    @Test
    void whatAFileSaysIsFoundOutOnceAndForgottenWithIt() throws IOException {
        Path file = Files.writeString(folder.resolve("once.csv"), HEADER + "1,1,A,2024-01-01,1,2.5\n");
        Dataset dataset = datasets.add(file, "once.csv", Progress.SILENT);

        assertThat(datasets.reading(dataset.fingerprint())).isSameAs(datasets.reading(dataset.fingerprint()));
        datasets.delete(dataset.fingerprint());
        assertThatThrownBy(() -> datasets.reading(dataset.fingerprint())).hasMessageContaining("no longer there");
    }

    @Test
    void anotherTableOfTheSameFileIsAnotherDatasetAndTheSameChoiceIsStoredOnce() throws IOException {
        Path zip = years();
        SourceCatalogue catalogue = datasets.catalogue(zip, "years.zip", SourceOptions.AUTOMATIC, Progress.SILENT);
        assertThat(catalogue.evident()).isFalse();
        assertThat(catalogue.tables()).extracting(SourceCatalogue.Choice::name).containsExactly("2009.csv", "2010.csv");
        Dataset both = datasets.add(zip, "years.zip", Progress.SILENT);
        SourceOptions second = new SourceOptions(List.of("2010.csv"), null);
        Dataset one = datasets.add(zip, "years.zip", second, Progress.SILENT);
        Dataset again = datasets.add(zip, "the same.zip", second, Progress.SILENT);

        assertThat(both.rows()).isEqualTo(5);
        assertThat(one.rows()).isEqualTo(2);
        assertThat(one.fingerprint()).isNotEqualTo(both.fingerprint());
        assertThat(again).isEqualTo(one);
        assertThat(datasets.list()).containsExactlyInAnyOrder(both, one);
    }

    @Test
    void aFileReadWithoutAHeaderIsAnotherDataset() throws IOException {
        Path file = orders("a.csv", 3);
        Dataset named = datasets.add(file, "a.csv", Progress.SILENT);
        Dataset nameless = datasets.add(file, "a.csv", new SourceOptions(List.of(), false), Progress.SILENT);

        assertThat(named.rows()).isEqualTo(3);
        assertThat(nameless.rows()).isEqualTo(4);
        assertThat(nameless.headers()).startsWith("Column 1");
    }

    @Test
    void aDatasetThatAnEarlierVersionReadIsKnownAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("h.csv"), HEADER + "a,1,p,2009-01-01,1,2\n");
        // of the content and {"tables":[],"header":true}, and {"tables":[],"header":true,"encoding":"Windows-1252"}
        assertThat(datasets.add(file, "h.csv", new SourceOptions(List.of(), true), Progress.SILENT)
                        .fingerprint()
                        .sha256())
                .isEqualTo("959099967848492a50dbbd15a79999bec6a66837d028b935e10f54290a0700b1");
        assertThat(datasets.add(file, "h.csv", new SourceOptions(List.of(), true, "Windows-1252"), Progress.SILENT)
                        .fingerprint()
                        .sha256())
                .isEqualTo("f9b118e34639c77c1160feabd51599f8795506ded99013c957a2daf65e0048d9");
    }

    @Test
    void theSameFileTwiceAtOnceIsReadOnce() throws IOException {
        Path file = orders("b.csv", 2000);
        CompletableFuture<Dataset> first =
                CompletableFuture.supplyAsync(() -> datasets.add(file, "1", Progress.SILENT));
        CompletableFuture<Dataset> second =
                CompletableFuture.supplyAsync(() -> datasets.add(file, "2", Progress.SILENT));

        assertThat(first.join()).isEqualTo(second.join());
        assertThat(datasets.list()).containsExactly(first.join());
    }

    @Test
    void aReadingThatIsStoppedLeavesNothingAndTheNextOneWorks() throws IOException {
        // in an encoding that is rewritten row by row, which is when the reading looks up
        Path utf8 = orders("f.csv", 45_000);
        Path file = Files.writeString(folder.resolve("g.csv"), Files.readString(utf8), StandardCharsets.UTF_16);
        AtomicBoolean stopped = new AtomicBoolean();
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> datasets.add(file, "g.csv", (fraction, detail) -> {
                    stopped.set(true);
                    throw new CancelledException();
                }));
        assertThat(stopped).isTrue();
        assertThat(datasets.list()).isEmpty();
        assertThat(files("datasets")).isEmpty();
        assertThat(files("temp")).isEmpty();
        assertThat(datasets.add(file, "g.csv", Progress.SILENT).rows()).isEqualTo(45_000);
    }

    @Test
    void aFileThatCannotBeReadLeavesNothing() throws IOException {
        Path broken = Files.write(folder.resolve("c.zip"), List.of("PK\u0003\u0004 and then no archive"));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> datasets.add(broken, "c.zip", Progress.SILENT))
                .withMessageContaining("c.zip");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> datasets.catalogue(broken, "c.zip", SourceOptions.AUTOMATIC, Progress.SILENT))
                .withMessageContaining("c.zip");
    }

    @Test
    void whatTheDatabaseDoesNotKnowIsSetAsideAtTheStartAndNeverDeleted() throws IOException {
        Dataset known = datasets.add(orders("d.csv", 3), "d.csv", Progress.SILENT);
        Path stray = settings.home().resolve("datasets").resolve("0".repeat(64) + ".duckdb");
        Path beside = stray.resolveSibling(stray.getFileName() + ".wal");
        Path foreign = Files.writeString(stray.resolveSibling("sales.duckdb"), "not ours");
        for (int start = 1; start <= 2; start++) {
            Files.writeString(stray, "rows " + start);
            Files.writeString(beside, "more rows " + start);
            try (Logged logged = Logged.by(Quarantine.class)) {
                ((DatasetLibrary) datasets).setAsideUnknown();
                assertThat(logged.lines())
                        .singleElement()
                        .asString()
                        .startsWith("WARN")
                        .contains("2 files of datasets");
            }
        }

        assertThat(stray).doesNotExist();
        assertThat(beside).doesNotExist();
        assertThat(datasets.preview(known.fingerprint(), 20)).hasSize(3);
        assertThat(foreign).hasContent("not ours");
        Files.delete(foreign);
        try (Stream<Path> kept = Files.walk(settings.home().resolve("quarantine"))) {
            assertThat(kept.filter(Files::isRegularFile).map(DatasetLibraryIT::text))
                    .containsExactlyInAnyOrder("rows 1", "more rows 1", "rows 2", "more rows 2");
        }
    }

    @Test
    void aLaterExportOfTheSameShopIsReadAndRuledAsTheLastOne() throws IOException {
        String header = "Order ID,Customer,Date,Total,Status\n";
        Path first = Files.writeString(
                folder.resolve("may.csv"),
                header + states("may", "completed", 20) + states("maz", "on-hold", 4) + states("mba", "cancelled", 3));
        Path second = Files.writeString(
                folder.resolve("june.csv"),
                header + states("jun", "completed", 30) + states("jul", "on-hold", 2) + states("jum", "refunded", 5));
        Dataset may = datasets.add(first, "may.csv", Progress.SILENT);
        ColumnMapping mapping = new ColumnMapping(
                Map.of(
                        Field.CUSTOMER_ID, "Customer",
                        Field.INVOICE_ID, "Order ID",
                        Field.TIMESTAMP, "Date",
                        Field.ORDER_TOTAL, "Total",
                        Field.STATUS, "Status"),
                DateOrder.YEAR_FIRST);
        RowFilter held = new RowFilter(Field.STATUS, Mode.EXCEPT, List.of("on-hold"));
        CleaningRules rules = CleaningRules.of(datasets.reading(may.fingerprint()))
                .without(Field.STATUS)
                .with(List.of(held));
        datasets.remember(may.fingerprint(), new ColumnChoice(mapping, Currency.getInstance("EUR"), rules));
        Dataset june = datasets.add(second, "june.csv", Progress.SILENT);

        ColumnChoice again = datasets.remembered(june.fingerprint()).orElseThrow();
        assertThat(again.mapping()).isEqualTo(mapping);
        assertThat(Objects.requireNonNull(again.rules()).filter(Field.STATUS, Mode.EXCEPT))
                .contains(new RowFilter(Field.STATUS, Mode.EXCEPT, List.of("on-hold", "refunded")));
        assertThat(datasets.news(june.fingerprint()))
                .containsExactly("\"refunded\" (5 rows) stood in no earlier file of this shop; it is left out.");
        assertThat(datasets.news(may.fingerprint())).isEmpty();
        assertThat(datasets.quality(june.fingerprint(), mapping, again.rules(), Progress.SILENT)
                        .rowsKept())
                .isEqualTo(30);
    }

    private static String states(String prefix, String state, int orders) {
        return IntStream.range(0, orders)
                .mapToObj(i -> prefix + i + ",c" + i % 7 + "@example.com,2024-05-" + (10 + i % 20) + "," + (20 + i)
                        + ".50," + state + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void tablesThatWereChosenAreChosenAgainWhereTheyAreThere() throws IOException {
        SourceCatalogue catalogue = datasets.catalogue(years(), "years.zip", SourceOptions.AUTOMATIC, Progress.SILENT);
        assertThat(datasets.remembered(catalogue)).isEmpty();
        SourceOptions second = new SourceOptions(List.of("2010.csv"), null);
        datasets.remember(catalogue, second);
        assertThat(datasets.remembered(catalogue)).contains(second);
        datasets.remember(catalogue, new SourceOptions(List.of("2011.csv"), null));
        assertThat(datasets.remembered(catalogue)).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsBegunOnDataThatIsBeingDeleted() throws Exception {
        Dataset dataset = datasets.add(orders("f.csv", 500), "f.csv", Progress.SILENT);
        stores.leave(
                dataset.fingerprint(),
                () -> assertThatThrownBy(() -> runs.submit(recipe(dataset), new UserName("anna")))
                        .isInstanceOf(UserFacingException.class)
                        .hasMessageContaining("was deleted a moment ago"));
        assertThat(runs.history()).isEmpty();
        // a deletion that failed leaves it usable
        runs.submit(recipe(dataset), new UserName("anna"));
        assertThat(runs.history()).hasSize(1);
    }

    @Test
    void aRunOfDataThatIsBeingDeletedIsRefusedInASentence() throws Exception {
        Dataset dataset = datasets.add(orders("e.csv", 500), "e.csv", Progress.SILENT);
        AtomicBoolean deleted = new AtomicBoolean();
        CompletableFuture<List<Exception>> submitting = CompletableFuture.supplyAsync(() -> {
            List<Exception> refusals = new ArrayList<>();
            for (int after = 0; after < 2; after += deleted.get() ? 1 : 0) {
                try {
                    runs.submit(recipe(dataset), new UserName("anna"));
                } catch (RuntimeException e) {
                    refusals.add(e);
                }
            }
            return refusals;
        });
        datasets.delete(dataset.fingerprint());
        deleted.set(true);

        assertThat(submitting.join())
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOf(UserFacingException.class)
                        .hasMessageContaining("was deleted a moment ago"));
        assertThat(datasets.find(dataset.fingerprint())).isEmpty();
        assertThat(runs.history()).isEmpty();
    }

    private static Recipe recipe(Dataset dataset) {
        return Recipe.of(
                        "Spring",
                        new Source(dataset.fingerprint(), MAPPING),
                        new Method.Given(KMeansParameters.of(3)),
                        new Seed(1))
                .withHorizon(Horizon.USUAL);
    }

    private Path orders(String name, int rows) throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            csv.append("C")
                    .append(i % 50)
                    .append(",I")
                    .append(i)
                    .append(",P,2026-01-")
                    .append(10 + i % 20);
            csv.append(",1,").append(i % 7 + 1).append('\n');
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private Path years() throws IOException {
        Path zip = folder.resolve("years.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            add(out, "2009.csv", "a,1,p,2009-01-01,1,2\nb,2,p,2009-01-02,1,2\nc,3,p,2009-01-03,1,2\n");
            add(out, "2010.csv", "a,4,p,2010-01-01,1,2\nb,5,p,2010-01-02,1,2\n");
        }
        return zip;
    }

    private static void add(ZipOutputStream out, String name, String rows) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write((HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> files = Files.list(settings.home().resolve(part))) {
            return files.toList();
        }
    }
}
