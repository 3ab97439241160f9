package io.segmenta.service.installation;

import io.segmenta.engine.tune.TuningSettings;

/** What new segmentations begin with, set by administrators for everybody. */
public interface DefaultsService {
    /** The product's own until they were changed: all algorithms, 20 trials each, 3 to 5 usable segments. */
    TuningSettings tuning();

    void change(TuningSettings tuning);
}
