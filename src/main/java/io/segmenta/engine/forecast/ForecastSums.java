package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.backtest.SumSpread;
import io.segmenta.engine.forecast.model.LifetimeValue;
import io.segmenta.engine.forecast.origin.ForecastSum;

/** Sums of what customers are expected to bring, each with the interval that its like deserved at earlier origins. */
final class ForecastSums {
    /** Expected of each customer: a number of purchases, and what they cost. */
    record Expected(double[] purchases, double[] spend) {
        private ForecastSum all() {
            return ForecastSum.of(purchases, spend);
        }

        private ForecastSum of(int[] members) {
            return ForecastSum.of(purchases, spend, members);
        }
    }

    private final Expected horizon;
    private final Expected year;
    private final double[] usual;
    private final SumSpread horizonSpread;
    private final SumSpread yearSpread;
    private final ForecastSum wholeHorizon;
    private final ForecastSum wholeYear;

    /**
     * @param year discounted
     * @param usual what each customer spends in a horizon, if they buy as usual
     */
    ForecastSums(Expected horizon, Expected year, double[] usual, SumSpread horizonSpread, SumSpread yearSpread) {
        this.horizon = horizon;
        this.year = year;
        this.usual = usual;
        this.horizonSpread = horizonSpread;
        this.yearSpread = yearSpread;
        this.wholeHorizon = horizon.all();
        this.wholeYear = year.all();
    }

    LifetimeValue.Total spend() {
        return new LifetimeValue.Total(wholeHorizon.value(), horizonSpread.ofAll(wholeHorizon));
    }

    LifetimeValue.Total spend(int[] members) {
        ForecastSum some = horizon.of(members);
        return new LifetimeValue.Total(some.value(), horizonSpread.ofPart(some, wholeHorizon));
    }

    LifetimeValue.Total lifetimeValue() {
        return new LifetimeValue.Total(wholeYear.value(), yearSpread.ofAll(wholeYear));
    }

    LifetimeValue.Total lifetimeValue(int[] members) {
        ForecastSum some = year.of(members);
        return new LifetimeValue.Total(some.value(), yearSpread.ofPart(some, wholeYear));
    }

    /** What they spend in a horizon, were they to buy as usual. */
    LifetimeValue.Total usual(int[] members) {
        ForecastSum some = ForecastSum.of(horizon.purchases, usual, members);
        return new LifetimeValue.Total(some.value(), horizonSpread.ofPart(some, wholeHorizon));
    }
}
