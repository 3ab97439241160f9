package io.segmenta.testing;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.ColumnProfile;
import io.segmenta.engine.clean.ColumnProfile.Kind;
import io.segmenta.engine.clean.Distribution;
import io.segmenta.engine.clean.Distribution.Part;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.FieldValue;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.QualityReport.Dropped;
import io.segmenta.engine.clean.Reconciliation;
import io.segmenta.engine.clean.Reject;
import io.segmenta.engine.clean.StateCount;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.DateColumn.Notation;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.columns.ShortYears;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceNotes;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.reading.Beside;
import io.segmenta.engine.reading.Question;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.ColumnChoice;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.dataset.DatasetUse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Datasets in memory; every file is read as the example. */
public final class FakeDatasets implements DatasetService {
    public static final List<String> HEADERS = List.of(
            "InvoiceNo",
            "StockCode",
            "Description",
            "Quantity",
            "InvoiceDate",
            "UnitPrice",
            "CustomerID",
            "Country",
            "Channel");
    public static final ShortYears YEARS = new ShortYears(2027);
    public static final Dataset RETAIL = dataset("Online Retail.xlsx", "a1", Instant.parse("2026-03-01T09:00:00Z"));
    public static final Dataset SAMPLE = dataset("Sample shop.csv", "b2", Instant.parse("2026-03-02T09:00:00Z"));

    public PurchaseGaps gaps = new PurchaseGaps(0, 0, 0, 0, 0);
    public final List<Dataset> datasets = new ArrayList<>();
    /** Thrown by the next call that reads or checks. */
    public @Nullable UserFacingException failure;

    public MappingProposal proposal = proposal(Map.of(), DateOrder.MONTH_FIRST);
    /** What a file says beside its columns. */
    public Map<String, Long> states = Map.of();

    public List<String> leftOut = List.of();
    public boolean rowsRepeat = true;
    public List<String> currencies = List.of();
    public Reconciliation reconciliation = Reconciliation.NOTHING;
    public List<Reading.Finding> says = List.of();
    public List<Question> questions = List.of();
    public List<String> warnings = List.of();
    public String uploaded = "";
    /** What every file offers. */
    public SourceCatalogue catalogue = new SourceCatalogue(List.of(table("", HEADERS, true, true)));
    /** As the last file was looked into. */
    public SourceOptions looked = SourceOptions.AUTOMATIC;
    /** As the last file was read. */
    public SourceOptions options = SourceOptions.AUTOMATIC;
    /** Of a column; any other has none. */
    public final Map<String, DateColumn> dates = new HashMap<>(Map.of(
            "InvoiceDate",
            new DateColumn(Notation.NUMBERS, List.of(DateOrder.MONTH_FIRST), List.of("12/1/2010 8:26"), YEARS)));

    public @Nullable ColumnChoice remembered;
    /** Thrown by the next reading that would make a dataset. */
    public @Nullable UserFacingException unreadable;
    /** How the next files are read. */
    public @Nullable SourceNotes reading;

    public List<String> news = List.of();
    /** Why the rows are no purchases. */
    public @Nullable String summary;

    public @Nullable SourceOptions rememberedSource;
    /** How many runs a dataset has; none where it is not in it. */
    public final Map<Fingerprint, Integer> made = new HashMap<>();

    @Override
    public SourceCatalogue catalogue(Path file, String fileName, SourceOptions options, Progress progress) {
        refuse();
        progress.report(0.1, "unpacking");
        looked = options;
        return catalogue;
    }

    @Override
    public Dataset add(Path file, String fileName, SourceOptions options, Progress progress) {
        refuse();
        UserFacingException why = unreadable;
        if (why != null) {
            unreadable = null;
            throw why;
        }
        this.options = options;
        progress.report(0.5, "270,000 rows read");
        try {
            uploaded = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Dataset plain = dataset(
                fileName, options.equals(SourceOptions.AUTOMATIC) ? "c3" : "c4", Instant.parse("2026-03-03T09:00:00Z"));
        Dataset added = new Dataset(
                plain.fingerprint(),
                fileName,
                plain.format(),
                HEADERS,
                plain.rows(),
                plain.bytes(),
                plain.added(),
                reading);
        if (!datasets.contains(added)) {
            datasets.addFirst(added);
        }
        return added;
    }

    @Override
    public Dataset addSample(Progress progress) {
        refuse();
        datasets.addFirst(SAMPLE);
        return SAMPLE;
    }

    @Override
    public List<Dataset> list() {
        return List.copyOf(datasets);
    }

    @Override
    public Optional<Dataset> find(Fingerprint dataset) {
        return datasets.stream().filter(d -> d.fingerprint().equals(dataset)).findFirst();
    }

    @Override
    public MappingProposal propose(Fingerprint dataset) {
        return proposal;
    }

    @Override
    public Reading reading(Fingerprint dataset) {
        return new Reading(
                proposal,
                Reading.Grain.LINE,
                states,
                leftOut,
                List.of(),
                rowsRepeat,
                currencies,
                Beside.NOTHING,
                null,
                summary,
                says,
                questions);
    }

    @Override
    public Reconciliation reconciliation(
            Fingerprint dataset,
            ColumnMapping mapping,
            CleaningRules rules,
            Reading reading,
            QualityReport report,
            Progress progress) {
        return reconciliation;
    }

    /** Each row an order of 12.50. */
    @Override
    public List<StateCount> states(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, Progress progress) {
        return mapping.header(Field.STATUS).isEmpty()
                ? List.of()
                : states.entrySet().stream()
                        .map(state -> new StateCount(
                                state.getKey(), state.getValue(), state.getValue(), 12.5 * state.getValue()))
                        .sorted(Comparator.comparingLong(StateCount::rows).reversed())
                        .toList();
    }

    @Override
    public DateColumn dates(Fingerprint dataset, String header) {
        return dates.getOrDefault(header, new DateColumn(Notation.NONE, List.of(), List.of(), YEARS));
    }

    @Override
    public Optional<ColumnChoice> remembered(Fingerprint dataset) {
        return Optional.ofNullable(remembered);
    }

    @Override
    public void remember(Fingerprint dataset, ColumnChoice choice) {
        remembered = choice;
    }

    @Override
    public List<String> news(Fingerprint dataset) {
        return news;
    }

    @Override
    public Optional<SourceOptions> remembered(SourceCatalogue catalogue) {
        return Optional.ofNullable(rememberedSource);
    }

    @Override
    public void remember(SourceCatalogue catalogue, SourceOptions options) {
        rememberedSource = options;
    }

    @Override
    public List<List<String>> preview(Fingerprint dataset, int rows) {
        List<List<String>> preview = new ArrayList<>();
        for (int i = 0; i < Math.min(rows, 30); i++) {
            preview.add(List.of(
                    "5363" + i,
                    "85123A",
                    "LANTERN",
                    "6",
                    "12/1/2010 8:26",
                    "2.55",
                    i == 3 ? "" : "1785" + i,
                    "United Kingdom",
                    "web"));
        }
        return preview;
    }

    /** 1,000 rows, of which each active rule drops a fixed number; with a rule off its rows are kept. */
    @Override
    public PurchaseGaps purchaseGaps(
            Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, Progress progress) {
        refuse();
        return gaps;
    }

    @Override
    public QualityReport quality(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, Progress progress) {
        refuse();
        Map<DropReason, Long> hits = new EnumMap<>(DropReason.class);
        hits.put(DropReason.DUPLICATE, 10L);
        hits.put(DropReason.STATE, 30L);
        hits.put(DropReason.MISSING_CUSTOMER, 200L);
        hits.put(DropReason.RETURN, 20L);
        Map<DropReason, Dropped> dropped = new EnumMap<>(DropReason.class);
        long kept = 1000;
        for (DropReason reason : DropReason.values()) {
            long rows = rules.has(reason) ? hits.getOrDefault(reason, 0L) : 0;
            kept -= rows;
            dropped.put(reason, new Dropped(rows, rows * 12.5, reason == DropReason.MISSING_CUSTOMER ? 0 : rows / 2));
        }
        return new QualityReport(
                1000,
                kept,
                dropped,
                321,
                456,
                78901.25,
                LocalDate.of(2010, 12, 1),
                LocalDate.of(2011, 12, 9),
                warnings);
    }

    @Override
    public List<Reject> rejects(
            Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, int perReason, Progress progress) {
        return List.of(new Reject(
                42,
                DropReason.MISSING_CUSTOMER,
                "Row 42, column CustomerID: expected a customer, found nothing",
                List.of("536414", "22139", "TEAPOT", "56", "12/1/2010 11:52", "4.25", "", "United Kingdom", "web")));
    }

    @Override
    public void writeRejects(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, OutputStream out) {
        try {
            out.write("row,reason\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<FieldValue> values(Fingerprint dataset, ColumnMapping mapping, Field field, int limit) {
        return field == Field.PRODUCT_ID
                ? List.of(new FieldValue("85123A", "LANTERN", 2302), new FieldValue("POST", "POSTAGE", 1126))
                : List.of(new FieldValue("United Kingdom", "", 900), new FieldValue("France", "", 100));
    }

    @Override
    public List<ColumnProfile> profile(Fingerprint dataset, ColumnMapping mapping, Progress progress) {
        return List.of(
                new ColumnProfile("Quantity", Kind.NUMBER, 1000, 0, 3, 17, false, "-5", "12.5"),
                new ColumnProfile("Description", Kind.TEXT, 1000, 250, 0, 400, true, "3", "35"));
    }

    @Override
    public Distribution distribution(Fingerprint dataset, ColumnMapping mapping, String header, Progress progress) {
        List<Part> bins = header.equals("Quantity") ? List.of(new Part("0", 700), new Part("10", 300)) : List.of();
        return new Distribution(16, List.of(new Part("6", 600), new Part("12", 150)), bins);
    }

    @Override
    public DatasetUse use(Fingerprint dataset) {
        return new DatasetUse(2_500_000, made.getOrDefault(dataset, 0));
    }

    @Override
    public void rename(Fingerprint dataset, String name) {
        refuse();
        datasets.replaceAll(d -> d.fingerprint().equals(dataset)
                ? new Dataset(d.fingerprint(), name, d.format(), d.headers(), d.rows(), d.bytes(), d.added())
                : d);
    }

    @Override
    public void delete(Fingerprint dataset) {
        datasets.removeIf(d -> d.fingerprint().equals(dataset));
    }

    /** One with 1,200 rows, of which two are shown. */
    public static SourceCatalogue.Choice table(String name, List<String> headers, boolean named, boolean proposed) {
        return new SourceCatalogue.Choice(
                name,
                "Excel, sheet " + name,
                headers,
                named,
                named ? 6 : 0,
                OptionalLong.of(1200),
                List.of(
                        headers.stream().map(h -> h + " 1").toList(),
                        headers.stream().map(h -> h + " 2").toList()),
                proposed);
    }

    /** The headers of the example found, but for the given ones. */
    public static MappingProposal proposal(Map<Field, Suggestion> changed, @Nullable DateOrder order) {
        Map<Field, Suggestion> suggestions = new EnumMap<>(Field.class);
        suggestions.put(Field.CUSTOMER_ID, found("CustomerID"));
        suggestions.put(Field.INVOICE_ID, found("InvoiceNo"));
        suggestions.put(Field.PRODUCT_ID, found("StockCode"));
        suggestions.put(Field.TIMESTAMP, found("InvoiceDate"));
        suggestions.put(Field.QUANTITY, found("Quantity"));
        suggestions.put(Field.UNIT_PRICE, found("UnitPrice"));
        suggestions.put(Field.DESCRIPTION, found("Description"));
        suggestions.put(Field.COUNTRY, found("Country"));
        suggestions.putAll(changed);
        return new MappingProposal("UCI Online Retail", suggestions, List.of("Channel"), order);
    }

    private static Suggestion found(String header) {
        return new Suggestion(Certainty.FOUND, List.of(header));
    }

    private static Dataset dataset(String name, String digits, Instant added) {
        return new Dataset(new Fingerprint(digits.repeat(32)), name, "CSV, comma, UTF-8", HEADERS, 1000, 65536, added);
    }

    private void refuse() {
        UserFacingException thrown = failure;
        if (thrown != null) {
            failure = null;
            throw thrown;
        }
    }
}
