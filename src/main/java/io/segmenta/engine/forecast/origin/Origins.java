package io.segmenta.engine.forecast.origin;

import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.Purchases;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The days of a history from which one horizon is forecast; what was learned of a day is kept. Belongs to one thread. */
public final class Origins {
    private final Purchases purchases;
    private final int horizonDays;
    private final ForecastProgress progress;
    private final Map<LocalDate, Origin> known = new HashMap<>();

    public Origins(Purchases purchases, Horizon horizon, ForecastProgress progress) {
        this.purchases = purchases;
        this.horizonDays = horizon.days();
        this.progress = progress;
    }

    public Origin at(LocalDate day) {
        return known.computeIfAbsent(day, any -> Origin.of(purchases, any, horizonDays, progress));
    }

    public LocalDate firstDay() {
        return purchases.firstDay();
    }

    public LocalDate lastDay() {
        return purchases.lastDay();
    }

    public int horizonDays() {
        return horizonDays;
    }
}
