package io.segmenta.engine.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.forecast.SimulatedShop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PurchasesTest {
    @Test
    void aSampleIsDrawnBySeedAndKeepsTheOrderAndTheDays() {
        Purchases shop = SimulatedShop.of(500, 420);
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
        Purchases shop = SimulatedShop.of(20, 420);
        Map<String, Integer> counts = new HashMap<>();
        for (int seed = 0; seed < 4000; seed++) {
            ids(shop.sample(5, new Seed(seed))).forEach(id -> counts.merge(id, 1, Integer::sum));
        }
        // 1000 each are expected; the standard deviation is 27.
        assertThat(counts).hasSize(20);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(865, 1135));
    }

    @Test
    void nothingSoldIsRefused() {
        assertThatThrownBy(() -> Purchases.of(List.of()))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("Nothing was sold");
    }

    private static List<String> ids(Purchases purchases) {
        return purchases.histories().stream()
                .map(history -> history.purchases().getFirst().customerId())
                .toList();
    }
}
