package io.segmenta.engine.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerHistoryTest {
    @TempDir
    Path folder;

    private static CleaningRules rules(Returns returns) {
        return new CleaningRules(CleaningRules.defaults().active(), returns);
    }

    /** Some buy, some give back what they bought or something else. */
    private static String[] shop() {
        Random random = new Random(7);
        return IntStream.range(0, 600)
                .mapToObj(i -> {
                    boolean back = random.nextInt(6) == 0;
                    return String.format(
                            Locale.ROOT,
                            "%d|%s%d|P%d|2011-%02d-%02d|%d|%.2f|X|UK",
                            random.nextInt(25),
                            back ? "C" : "",
                            i / 2,
                            random.nextInt(4),
                            1 + i / 55,
                            1 + random.nextInt(28),
                            (1 + random.nextInt(2)) * (back ? -1 : 1),
                            1 + random.nextInt(3) * 0.7);
                })
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource(Returns.class)
    void addsUpToTheFeaturesOfEveryCustomer(Returns returns) throws Exception {
        try (Rows rows = new Rows(folder, shop())) {
            rows.clean(rules(returns));
            CustomerFeatures features =
                    FeatureExtractor.extract(rows.store, null, EnumSet.allOf(Feature.class), null, Progress.SILENT);
            assertThat(features.ids()).hasSize(25);
            for (int i = 0; i < features.ids().size(); i++) {
                String id = features.ids().get(i);
                CustomerHistory history = CustomerHistory.of(rows.store, id);
                assertThat(history.spent()).as(id).isCloseTo(features.column(Feature.MONETARY)[i], within(1e-9));
                assertThat(history.orders()).as(id).hasSize((int) features.column(Feature.FREQUENCY)[i]);
                assertThat((double) history.allProducts())
                        .as(id)
                        .isEqualTo(features.column(Feature.DISTINCT_PRODUCTS)[i]);
                assertThat(history.orders()).extracting(Order::day).isSortedAccordingTo((a, b) -> b.compareTo(a));
                assertThat(history.products().stream()
                                .mapToDouble(Product::amount)
                                .sum())
                        .as(id)
                        .isCloseTo(
                                history.orders().stream()
                                        .mapToDouble(Order::amount)
                                        .sum(),
                                within(1e-9));
            }
        }
    }

    @Test
    void ordersAndProductsOfOne() throws Exception {
        try (Rows rows = new Rows(
                folder,
                "it's 7|1|A|2011-01-01|4|2.50|Lantern|UK",
                "it's 7|1|B|2011-01-01|1|5|Mug|UK",
                "it's 7|2|A|2011-03-01|6|1|Lantern|UK",
                "8|3|A|2011-03-02|1|1|Lantern|UK",
                "it's 7|C4|B|2011-03-03|-1|5|Mug|UK")) {
            rows.clean(rules(Returns.MATCHED));
            CustomerHistory history = CustomerHistory.of(rows.store, "it's 7");
            assertThat(history.orders())
                    .containsExactly(
                            new Order("2", LocalDate.of(2011, 3, 1), 1, 6, 6),
                            new Order("1", LocalDate.of(2011, 1, 1), 2, 5, 15));
            assertThat(history.products())
                    .containsExactly(new Product("A · Lantern", 2, 10, 16), new Product("B · Mug", 1, 1, 5));
            assertThat(history.givenBack()).isEqualTo(5);
            assertThat(history.spent()).isEqualTo(16);
        }
    }

    @Test
    void ofSomebodyUnknownNothing() throws Exception {
        try (Rows rows = new Rows(folder, "7|1|A|2011-01-01|4|2.50|X|UK")) {
            rows.clean(CleaningRules.defaults());
            assertThat(CustomerHistory.of(rows.store, "8")).isEqualTo(new CustomerHistory(List.of(), List.of(), 0, 0));
        }
    }
}
