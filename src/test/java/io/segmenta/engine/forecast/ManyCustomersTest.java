package io.segmenta.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.history.Purchases;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What keeps the forecasts of very many customers quick, small and stoppable. */
class ManyCustomersTest {
    @Test
    void aCancelledFitEndsWhereverItIs() {
        Purchases shop = SimulatedShop.of(400, 420);
        AtomicInteger reports = new AtomicInteger();
        Forecaster.fit(shop, 60, new Seed(7), (fraction, detail) -> reports.incrementAndGet());
        // Climbs, trees and loops over customers report, not just the progress.
        assertThat(reports.get()).isGreaterThan(1000);
        for (int after : new int[] {1, 2, reports.get() / 2, reports.get() - 1}) {
            AtomicInteger left = new AtomicInteger(after);
            Progress stopped = (fraction, detail) -> {
                if (left.decrementAndGet() == 0) {
                    throw new CancelledException();
                }
            };
            assertThatThrownBy(() -> Forecaster.fit(shop, 60, new Seed(7), stopped))
                    .isInstanceOf(CancelledException.class);
            assertThat(left.get()).isZero();
        }
    }

    @Test
    void aReaderIsToldThatASampleTaughtTheModels() {
        ForecastReport report = Forecaster.fit(SimulatedShop.of(400, 420), 60, new Seed(7), Progress.SILENT)
                .report();
        assertThat(report.notes()).noneMatch(note -> note.contains("drawn at random"));
        assertThat(ForecastNotes.sampled(1_000_000, 30_000))
                .contains("1,000,000 customers")
                .contains("30,000 of them, drawn at random");
    }
}
