package io.segmenta.service.dataset;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.ColumnProfile;
import io.segmenta.engine.clean.Distribution;
import io.segmenta.engine.clean.FieldValue;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.Reconciliation;
import io.segmenta.engine.clean.Reject;
import io.segmenta.engine.clean.StateCount;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The datasets of this installation: read once, reused in any number of runs. */
public interface DatasetService {
    /**
     * What a file offers to choose from; nothing of it is kept.
     *
     * @param fileName as the user knows it
     */
    SourceCatalogue catalogue(Path file, String fileName, SourceOptions options, Progress progress);

    /**
     * Reads a file into a dataset. The same content read the same way is stored once: a second upload returns the first dataset.
     *
     * @param fileName as the user knows it
     */
    Dataset add(Path file, String fileName, SourceOptions options, Progress progress);

    /** Lets the reader decide what of the file is read. */
    default Dataset add(Path file, String fileName, Progress progress) {
        return add(file, fileName, SourceOptions.AUTOMATIC, progress);
    }

    /** The sample that is shipped with the product, as a dataset. */
    Dataset addSample(Progress progress);

    /** Latest first. */
    List<Dataset> list();

    Optional<Dataset> find(Fingerprint dataset);

    /** What the mapper makes of the headers, or what was last chosen for the same ones. */
    MappingProposal propose(Fingerprint dataset);

    /** What the file says, from its values: which column is which, what a row is, which rows are sales, and what is open. */
    Reading reading(Fingerprint dataset);

    /** How the dates of a column are written. */
    DateColumn dates(Fingerprint dataset, String header);

    /** What became of the orders, as far as a column says it; counted are the rows that the rules ask for it. */
    List<StateCount> states(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, Progress progress);

    /** What was last chosen for a file with the headers of this one; states that were never seen before follow {@link #reading}. */
    Optional<ColumnChoice> remembered(Fingerprint dataset);

    /** Proposes this for the next file with the same headers. */
    void remember(Fingerprint dataset, ColumnChoice choice);

    /** Sentences on what {@link #remembered} did not know of this dataset, and what becomes of it; none where nothing is new. */
    List<String> news(Fingerprint dataset);

    /** What was last chosen to be read of a file with tables like these. */
    Optional<SourceOptions> remembered(SourceCatalogue catalogue);

    /** Reads the next file with tables like these in this way. */
    void remember(SourceCatalogue catalogue, SourceOptions options);

    /** The first rows as read, cells in the order of the headers, empty where missing. */
    List<List<String>> preview(Fingerprint dataset, int rows);

    /** What the rules would keep and drop; nothing is changed. */
    QualityReport quality(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, Progress progress);

    /**
     * The totals that the file carries held against what the rules make of it.
     *
     * @param report of the same rules
     */
    Reconciliation reconciliation(
            Fingerprint dataset,
            ColumnMapping mapping,
            CleaningRules rules,
            Reading reading,
            QualityReport report,
            Progress progress);

    /** How many days pass between the purchases that the rules would keep; nothing is changed. */
    PurchaseGaps purchaseGaps(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, Progress progress);

    DatasetUse use(Fingerprint dataset);

    /**
     * Calls the dataset something else, also where its runs are listed; does nothing where it is gone.
     *
     * @throws io.segmenta.engine.base.UserFacingException where the name is blank or too long
     */
    void rename(Fingerprint dataset, String name);

    /** Deletes the dataset with every run made from it. */
    void delete(Fingerprint dataset);

    /** The first rows that each rule drops, in the order of the rules and of the file. */
    List<Reject> rejects(
            Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, int perReason, Progress progress);

    /**
     * Every row that the rules drop, with its number, the reason and its cells, as CSV in UTF-8; does not close the stream.
     *
     * @throws java.io.UncheckedIOException where {@code out} cannot be written
     */
    void writeRejects(Fingerprint dataset, ColumnMapping mapping, CleaningRules rules, OutputStream out);

    /** What occurs in the column of a field, the most frequent first, at most {@code limit}; none where it has no column. */
    List<FieldValue> values(Fingerprint dataset, ColumnMapping mapping, Field field, int limit);

    /** Every column of the file at a glance, in its order. */
    List<ColumnProfile> profile(Fingerprint dataset, ColumnMapping mapping, Progress progress);

    /** One column of the file more closely. */
    Distribution distribution(Fingerprint dataset, ColumnMapping mapping, String header, Progress progress);
}
