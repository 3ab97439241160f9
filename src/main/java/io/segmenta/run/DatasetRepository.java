package io.segmenta.run;

import io.segmenta.base.Fingerprint;
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

    /** With every run made from it. */
    void delete(Fingerprint fingerprint);
}
