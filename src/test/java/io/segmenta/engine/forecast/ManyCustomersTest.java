package io.segmenta.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.history.Steps;
import io.segmenta.engine.forecast.model.BgNbd;
import io.segmenta.engine.forecast.model.BgNbdFit;
import io.segmenta.engine.forecast.model.BgNbdFitTest;
import io.segmenta.engine.forecast.model.Discounting;
import io.segmenta.engine.forecast.model.FitStatus;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What keeps the forecasts of very many customers quick, small and stoppable. */
class ManyCustomersTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);

    @Test
    void aSampleIsDrawnBySeedAndKeepsTheOrderAndTheDays() {
        Purchases shop = shop(500);
        List<String> drawn = ids(shop.sample(100, new Seed(1)));
        assertThat(drawn).hasSize(100).isSorted().doesNotHaveDuplicates();
        assertThat(ids(shop.sample(100, new Seed(1)))).isEqualTo(drawn);
        assertThat(ids(shop.sample(100, new Seed(2)))).isNotEqualTo(drawn);
        assertThat(shop.sample(100, new Seed(1)).lastDay()).isEqualTo(shop.lastDay());
        assertThat(shop.sample(100, new Seed(1)).firstDay()).isEqualTo(shop.firstDay());
        assertThat(shop.sample(500, new Seed(1))).isSameAs(shop);
    }

    @Test
    void everyCustomerIsDrawnWithTheSameChance() {
        Purchases shop = shop(20);
        Map<String, Integer> counts = new HashMap<>();
        for (int seed = 0; seed < 4000; seed++) {
            ids(shop.sample(5, new Seed(seed))).forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        // 1000 each are expected; the standard deviation is 27.
        assertThat(counts).hasSize(20);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(865, 1135));
    }

    @Test
    void whatASampleTaughtIsAppliedToAll() {
        Purchases shop = shop(600);
        Origin known = Origin.of(shop.sample(300, new Seed(1)), shop.lastDay(), 60, Steps.silent());
        Origin all = known.of(shop);
        assertThat(known.size()).isEqualTo(300);
        assertThat(all.size()).isEqualTo(600);
        assertThat(all.purchaseFit()).isSameAs(known.purchaseFit());
        assertThat(all.expectedPurchases()).hasSize(600).doesNotContain(0);
        assertThat(all.historyDays()).isEqualTo(known.historyDays());
    }

    @Test
    void manyCustomersShareTheWidthOfTheirIntervalsAndLittleIsLost() {
        List<PurchaseSummary> customers = BgNbdFitTest.simulated(1500, new BgNbd(0.8, 6, 0.6, 2.5), 52);
        BgNbdFit fit = BgNbdFit.of(customers);
        assertThat(fit.status()).isEqualTo(FitStatus.FITTED);
        GammaGammaFit spend = GammaGammaFit.of(customers, GammaGammaFit.Basis.ALL, 10);
        LifetimeValue few = new LifetimeValue(fit, spend, Discounting.DEFAULT, 1500, new Seed(3));
        LifetimeValue many = new LifetimeValue(fit, spend, Discounting.DEFAULT, 1_000_000, new Seed(3));
        double[] values = few.of(customers, Steps.silent());
        assertThat(many.of(customers, Steps.silent())).isEqualTo(values);
        Interval exact = Objects.requireNonNull(few.total(customers, values).interval());
        Interval shared = Objects.requireNonNull(many.total(customers, values).interval());
        double width = exact.high() - exact.low();
        assertThat(shared.low()).isCloseTo(exact.low(), within(0.05 * width));
        assertThat(shared.high()).isCloseTo(exact.high(), within(0.05 * width));
    }

    @Test
    void customersOfEqualHistoryGetTheValueOfEach() {
        List<PurchaseSummary> customers = BgNbdFitTest.simulated(300, new BgNbd(0.8, 6, 0.6, 2.5), 52);
        LifetimeValue lifetimeValue = new LifetimeValue(
                BgNbdFit.of(customers),
                GammaGammaFit.of(customers, GammaGammaFit.Basis.ALL, 10),
                Discounting.DEFAULT,
                300,
                new Seed(3));
        double[] values = lifetimeValue.of(customers, Steps.silent());
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(lifetimeValue.of(customers.get(i)));
        }
    }

    @Test
    void aCancelledFitEndsWhereverItIs() {
        Purchases shop = shop(400);
        AtomicInteger reports = new AtomicInteger();
        ValueModel.fit(shop, 60, new Seed(7), (fraction, detail) -> reports.incrementAndGet());
        // Climbs, trees and loops over customers report, not just the steps.
        assertThat(reports.get()).isGreaterThan(1000);
        for (int after : new int[] {1, 2, reports.get() / 2, reports.get() - 1}) {
            AtomicInteger left = new AtomicInteger(after);
            Progress stopped = (fraction, detail) -> {
                if (left.decrementAndGet() == 0) {
                    throw new CancelledException();
                }
            };
            assertThatThrownBy(() -> ValueModel.fit(shop, 60, new Seed(7), stopped))
                    .isInstanceOf(CancelledException.class);
            assertThat(left.get()).isZero();
        }
    }

    @Test
    void aReaderIsToldThatASampleTaughtTheModels() {
        ValueReport report =
                ValueModel.fit(shop(400), 60, new Seed(7), Progress.SILENT).report();
        assertThat(report.notes()).noneMatch(note -> note.contains("drawn at random"));
        assertThat(ValueNotes.sampled(1_000_000, 50_000))
                .contains("1,000,000 customers")
                .contains("50,000 of them, drawn at random");
    }

    private static List<String> ids(Purchases purchases) {
        return purchases.histories().stream()
                .map(history -> history.purchases().getFirst().customerId())
                .toList();
    }

    private static Purchases shop(int customers) {
        Random random = new Seed(11).random();
        List<PurchaseDay> purchases = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double daily = BgNbdFitTest.gamma(random, 0.9) / 60;
            int first = random.nextInt(420);
            purchases.add(PurchaseDay.of("c" + i, START.plusDays(first), 10 + 90 * random.nextDouble()));
            for (int day = first + 1; day < 420; day++) {
                if (random.nextDouble() < daily) {
                    purchases.add(PurchaseDay.of("c" + i, START.plusDays(day), 10 + 90 * random.nextDouble()));
                }
            }
        }
        return Purchases.of(purchases);
    }
}
