package io.segmenta.service.race;

import io.segmenta.engine.forecast.backtest.ModelTest;
import java.util.List;

/**
 * Every model on one cut of one file.
 *
 * @param customers with a purchase until the origin
 * @param purchases of theirs after it
 * @param inactive share of them, 0 to 1, who made none
 * @param tests one per model
 */
public record Heat(Split split, int customers, int purchases, double inactive, List<ModelTest> tests) {
    public Heat {
        tests = List.copyOf(tests);
    }
}
