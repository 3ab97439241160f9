package io.segmenta.engine.forecast.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.SimulatedShop;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void whatASampleTaughtIsAppliedToAll() {
        Purchases shop = SimulatedShop.of(600, 420);
        Origin known = Origin.of(shop.sample(300, new Seed(1)), shop.lastDay(), 60, ForecastProgress.silent());
        Origin all = known.of(shop);
        assertThat(known.size()).isEqualTo(300);
        assertThat(all.size()).isEqualTo(600);
        assertThat(all.purchaseFit()).isSameAs(known.purchaseFit());
        assertThat(all.model(Family.MBG_CNBD_K)).isNotNull().isSameAs(known.model(Family.MBG_CNBD_K));
        assertThat(all.expectedPurchases(Family.MBG_CNBD_K, 60)).hasSize(600).doesNotContain(0);
        assertThat(all.historyDays()).isEqualTo(known.historyDays());
    }

    @Test
    void twoYearsOfASeasonalShopAreAdjusted() {
        // Twice as many purchases from October to December: 2022 and 2023 are known up to September 2023.
        Purchases all = SimulatedShop.seasonal(1500, 730, 2);
        LocalDate day = LocalDate.of(2023, 9, 30);
        Purchases known = until(all, day);
        SeasonFactor season =
                SeasonFactor.at(day, new Origins(known, new Horizon(91), ForecastProgress.silent()), Family.BG_NBD);
        assertThat(season.isAdjusted()).isTrue();
        Origin origin = Origin.of(known, day, 91, ForecastProgress.silent());
        double expected =
                Arrays.stream(origin.expectedPurchases(Family.BG_NBD, 91)).sum();
        double actual = Arrays.stream(all.asOf(day).purchasesWithin(91)).sum();
        assertThat(expected / actual).isLessThan(0.75);
        assertThat(season.factor() * expected / actual).isBetween(0.85, 1.15);
    }

    private static Purchases until(Purchases purchases, LocalDate day) {
        return Purchases.of(purchases.histories().stream()
                .flatMap(history -> history.purchases().stream())
                .filter((PurchaseDay p) -> !p.day().isAfter(day))
                .toList());
    }
}
