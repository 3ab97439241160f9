package io.segmenta.web.wizard.configure;

import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.web.wizard.Setup;

/** What customers are compared by, as the form asks it. */
enum Compared {
    /** What the data choose. */
    BEST,
    ORIGINAL,
    /** What the user ticks. */
    OWN;

    static Compared of(Setup setup) {
        if (setup.choosesFeatures()) {
            return BEST;
        }
        return setup.transform().features().equals(FeatureSet.ORIGINAL.features()) ? ORIGINAL : OWN;
    }

    TransformSettings of(TransformSettings ticked) {
        return this == ORIGINAL ? ticked.of(FeatureSet.ORIGINAL.features()) : ticked;
    }
}
