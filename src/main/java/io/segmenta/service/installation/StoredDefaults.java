package io.segmenta.service.installation;

import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.tune.TuningSettings;
import java.util.List;

/** Defaults in the repository of settings. */
public final class StoredDefaults implements DefaultsService {
    private static final String TUNING = "tuning";

    private final SettingRepository settings;

    public StoredDefaults(SettingRepository settings) {
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
