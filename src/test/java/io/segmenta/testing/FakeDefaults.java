package io.segmenta.testing;

import io.segmenta.cluster.Algorithm;
import io.segmenta.run.DefaultsService;
import io.segmenta.tune.TuningSettings;
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
