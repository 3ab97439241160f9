package io.segmenta.service.run;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.service.dataset.DatasetUsers;

/** Tells the datasets which runs were made from them. */
public record RunsOfDatasets(RunService service, RunRepository repository) implements DatasetUsers {
    @Override
    public int runs(Fingerprint dataset) {
        return repository.madeFrom(dataset).size();
    }

    @Override
    public void deleteRuns(Fingerprint dataset) {
        repository.madeFrom(dataset).forEach(service::delete);
    }
}
