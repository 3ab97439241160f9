package io.segmenta.service.race;

import io.segmenta.engine.forecast.backtest.ModelTest;
import io.segmenta.engine.forecast.backtest.RevenueOrder;
import java.util.List;

/**
 * Every model on one cut of one file.
 *
 * @param customers with a purchase until the origin
 * @param purchases of theirs after it
 * @param inactive share of them, 0 to 1, who made none
 * @param tests one per model
 * @param pastSpend how well what customers had spent ordered them by what they spent after
 * @param regression how well the linear zero-inflated log-normal regression ordered them; it learned from the later half of what was known, or from
 *     as many days as are forecast
 * @param hindsight the best order there is
 */
public record Heat(
        Split split,
        int customers,
        int purchases,
        double inactive,
        List<ModelTest> tests,
        RevenueOrder pastSpend,
        RevenueOrder regression,
        RevenueOrder hindsight) {
    public Heat {
        tests = List.copyOf(tests);
    }
}
