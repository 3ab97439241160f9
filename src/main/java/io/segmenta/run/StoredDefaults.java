package io.segmenta.run;

import io.segmenta.cluster.Algorithm;
import io.segmenta.tune.TuningSettings;
import java.util.List;

/** Defaults in the repository of settings. */
final class StoredDefaults implements DefaultsService {
    private static final String TUNING = "tuning";

    private final SettingRepository settings;

    StoredDefaults(SettingRepository settings) {
        this.settings = settings;
    }

    @Override
    public TuningSettings tuning() {
        return settings.find(TUNING)
                .map(document -> Documents.read(document, TuningSettings.class))
                .orElseGet(() -> TuningSettings.of(List.of(Algorithm.values())));
    }

    @Override
    public void change(TuningSettings tuning) {
        settings.put(TUNING, Documents.write(tuning));
    }
}
