package io.segmenta.cli;

import io.segmenta.engine.document.Documents;
import io.segmenta.engine.experiment.SelfTest;
import org.jspecify.annotations.Nullable;

/**
 * What {@code uplift --self-test} prints; scripts depend on these names.
 *
 * @param savedCustomers null where nobody bought in the days that were tried
 */
record SelfTestJson(
        int draws,
        double alarms,
        double sdRaw,
        double sdAdjusted,
        @Nullable Double savedCustomers) {
    static SelfTestJson of(SelfTest test) {
        double saved = test.savedCustomers();
        return new SelfTestJson(
                test.draws(), test.alarms(), test.sdRaw(), test.sdAdjusted(), Double.isFinite(saved) ? saved : null);
    }

    String text() {
        return Documents.writeIndented(this);
    }
}
