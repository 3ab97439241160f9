package io.segmenta.service.dataset;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.ColumnProfile;
import io.segmenta.engine.clean.Distribution;
import io.segmenta.engine.clean.FieldValue;
import io.segmenta.engine.clean.FieldValues;
import io.segmenta.engine.clean.Profiler;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.Reconciler;
import io.segmenta.engine.clean.Reconciliation;
import io.segmenta.engine.clean.Reject;
import io.segmenta.engine.clean.Rejects;
import io.segmenta.engine.clean.StateCount;
import io.segmenta.engine.clean.StateCounts;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.installation.Home;
import io.segmenta.service.installation.Quarantine;
import jakarta.annotation.PostConstruct;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Datasets as files of the home folder, listed in the repository. */
public final class DatasetLibrary implements DatasetService {
    private final DatasetRepository datasets;
    private final DatasetUsers users;
    private final DatasetStores stores;
    private final Home home;
    private final Clock clock;
    private final Intake intake;
    private final Readings readings;
    private final RememberedChoices choices;

    public DatasetLibrary(
            DatasetRepository datasets, DatasetUsers users, DatasetStores stores, Home home, Clock clock) {
        this.datasets = datasets;
        this.users = users;
        this.stores = stores;
        this.intake = new Intake(datasets, stores, home, clock);
        this.readings = new Readings(stores);
        this.choices = new RememberedChoices(datasets);
        this.home = home;
        this.clock = clock;
    }

    /** A process that was killed between moving a file into place and listing it left one that nobody knows; a lost database leaves all. */
    @PostConstruct
    void setAsideUnknown() throws IOException {
        Set<Path> known = list().stream()
                .map(dataset -> home.dataset(dataset.fingerprint()))
                .collect(Collectors.toSet());
        List<Path> unknown = home.datasetFiles().stream()
                .filter(file -> !known.contains(file))
                .flatMap(file -> Home.store(file).stream())
                .filter(Files::exists)
                .toList();
        Quarantine.take(home, "datasets", unknown, clock.instant());
    }

    @Override
    public SourceCatalogue catalogue(Path file, String fileName, SourceOptions options, Progress progress) {
        return intake.catalogue(file, fileName, options, progress);
    }

    @Override
    public Dataset add(Path file, String fileName, SourceOptions options, Progress progress) {
        return intake.add(file, fileName, options, progress);
    }

    @Override
    public Dataset addSample(Progress progress) {
        return intake.addSample(progress);
    }

    @Override
    public List<Dataset> list() {
        return datasets.all();
    }

    @Override
    public Optional<Dataset> find(Fingerprint dataset) {
        return datasets.find(dataset);
    }

    @Override
    public MappingProposal propose(Fingerprint dataset) {
        return choices.propose(dataset, reading(dataset));
    }

    @Override
    public Reading reading(Fingerprint dataset) {
        return readings.of(dataset, today());
    }

    @Override
    public List<StateCount> states(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, Progress progress) {
        return stores.check(dataset, store -> StateCounts.of(store, mapping, rules, today(), progress));
    }

    @Override
    public DateColumn dates(Fingerprint dataset, String header) {
        return stores.read(dataset, store -> ColumnMapper.dates(store, header, today()));
    }

    @Override
    public Optional<ColumnChoice> remembered(Fingerprint dataset) {
        return choices.remembered(dataset, () -> reading(dataset));
    }

    @Override
    public void remember(Fingerprint dataset, ColumnChoice choice) {
        choices.remember(dataset, choice, () -> reading(dataset), clock.instant());
    }

    @Override
    public List<String> news(Fingerprint dataset) {
        return choices.news(dataset, () -> reading(dataset));
    }

    @Override
    public Optional<SourceOptions> remembered(SourceCatalogue catalogue) {
        return choices.remembered(catalogue);
    }

    @Override
    public void remember(SourceCatalogue catalogue, SourceOptions options) {
        datasets.remember(catalogue, options, clock.instant());
    }

    @Override
    public List<List<String>> preview(Fingerprint dataset, int rows) {
        return stores.read(dataset, store -> {
            int columns = store.headers().size();
            List<List<String>> preview = new ArrayList<>();
            store.query("SELECT * FROM source ORDER BY rowid LIMIT " + rows, row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    String cell = row.text(i);
                    cells.add(cell == null ? "" : cell);
                }
                preview.add(cells);
            });
            return preview;
        });
    }

    @Override
    public QualityReport quality(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, Progress progress) {
        return stores.check(dataset, store -> Cleaner.assess(store, mapping, rules, today(), progress));
    }

    @Override
    public Reconciliation reconciliation(
            Fingerprint dataset,
            ColumnMapping mapping,
            CleaningRules rules,
            Reading reading,
            QualityReport report,
            Progress progress) {
        return stores.check(
                dataset, store -> Reconciler.reconcile(store, mapping, rules, reading, report, today(), progress));
    }

    @Override
    public PurchaseGaps purchaseGaps(
            Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, Progress progress) {
        return stores.check(
                dataset,
                store -> Cleaner.ask(store, mapping, rules, today(), progress, sql -> PurchaseGaps.of(store, sql)));
    }

    @Override
    public DatasetUse use(Fingerprint dataset) {
        return new DatasetUse(Home.storeBytes(home.dataset(dataset)), users.runs(dataset));
    }

    @Override
    public void rename(Fingerprint dataset, String name) {
        datasets.find(dataset)
                .map(found -> found.named(name))
                .ifPresent(renamed -> datasets.rename(dataset, renamed.name()));
    }

    @Override
    public void delete(Fingerprint dataset) {
        stores.leave(dataset, () -> {
            do {
                users.deleteRuns(dataset);
                // a run that was begun a moment before keeps it
            } while (!datasets.delete(dataset));
        });
        readings.forget(dataset);
        stores.alone(dataset, file -> {
            // unless somebody has uploaded the same again in the meantime
            if (datasets.find(dataset).isEmpty()) {
                Home.deleteStore(file);
            }
            return file;
        });
    }

    @Override
    public List<Reject> rejects(
            Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, int perReason, Progress progress) {
        return stores.check(dataset, store -> Rejects.sample(store, mapping, rules, perReason, today(), progress));
    }

    @Override
    public void writeRejects(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, OutputStream out) {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        stores.read(dataset, store -> {
            Rejects.write(store, mapping, rules, today(), writer, Progress.SILENT);
            return store;
        });
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<FieldValue> values(Fingerprint dataset, ColumnMapping mapping, Field field, int limit) {
        return stores.read(dataset, store -> FieldValues.of(store, mapping, field, today(), limit));
    }

    @Override
    public List<ColumnProfile> profile(Fingerprint dataset, ColumnMapping mapping, Progress progress) {
        return stores.read(dataset, store -> Profiler.profile(store, mapping, today(), progress));
    }

    @Override
    public Distribution distribution(Fingerprint dataset, ColumnMapping mapping, String header, Progress progress) {
        return stores.read(dataset, store -> Profiler.distribution(store, mapping, header, today(), progress));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
