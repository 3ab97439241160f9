package io.segmenta.service.dataset;

import io.segmenta.engine.base.Fingerprint;

/** Who makes something from datasets and keeps it: the runs, as datasets see them. */
public interface DatasetUsers {
    /** How many runs were made from a dataset, those under way among them. */
    int runs(Fingerprint dataset);

    /** Deletes all of them, with everything that is kept of them; what runs is cancelled first. */
    void deleteRuns(Fingerprint dataset);
}
