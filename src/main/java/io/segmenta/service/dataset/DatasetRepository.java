package io.segmenta.service.dataset;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceOptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the list of datasets; their rows are files of their own. */
public interface DatasetRepository {
    void add(Dataset dataset);

    /** Latest first. */
    List<Dataset> all();

    Optional<Dataset> find(Fingerprint fingerprint);

    /** Does nothing where there is no such dataset. */
    void rename(Fingerprint fingerprint, String name);

    /** Keeps what was chosen for files with these headers, in whatever order; the last choice counts. */
    void remember(List<String> headers, ColumnChoice choice, Instant when);

    Optional<ColumnChoice> remembered(List<String> headers);

    /** Keeps what was chosen to be read of files with tables of these headers; the last choice counts. */
    void remember(SourceCatalogue catalogue, SourceOptions options, Instant when);

    Optional<SourceOptions> remembered(SourceCatalogue catalogue);

    /** @return false where there are runs made from it; it stays then */
    boolean delete(Fingerprint fingerprint);
}
