package io.segmenta.testing;

import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.service.installation.DefaultsService;
import java.util.List;

/** Defaults in memory. */
public final class FakeDefaults implements DefaultsService {
    private TuningSettings tuning = TuningSettings.of(List.of(Algorithm.values()));

    @Override
    public TuningSettings tuning() {
        return tuning;
    }

    @Override
    public void change(TuningSettings changed) {
        tuning = changed;
    }
}
