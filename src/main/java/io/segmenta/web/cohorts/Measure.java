package io.segmenta.web.cohorts;

import io.segmenta.engine.cohort.Cohort;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.chart.NumberStyle;

/** What is shown of each cohort and month. */
enum Measure {
    REPURCHASE(NumberStyle.PERCENT),
    BUYERS(NumberStyle.COUNT),
    REVENUE(NumberStyle.MONEY),
    CUMULATIVE(NumberStyle.MONEY);

    private final NumberStyle style;

    Measure(NumberStyle style) {
        this.style = style;
    }

    NumberStyle style() {
        return style;
    }

    double of(Cohort cohort, int since) {
        return switch (this) {
            case REPURCHASE -> cohort.repurchaseShare(since);
            case BUYERS -> cohort.buyers().get(since);
            case REVENUE -> cohort.revenue().get(since);
            case CUMULATIVE -> cohort.cumulativeRevenuePerHead(since);
        };
    }

    String write(double value, Formats formats) {
        return switch (this) {
            case REPURCHASE -> formats.percent(value, 0);
            case BUYERS -> formats.count(Math.round(value));
            case REVENUE, CUMULATIVE -> formats.wholeMoney(value);
        };
    }

    /** The first month is the measure of the others where all of a cohort bought. */
    int firstMonth() {
        return this == REPURCHASE || this == BUYERS ? 1 : 0;
    }
}
