package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private static final Seed SEED = new Seed(42);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECENCY | -Infinity | 41 | bought within 40 days | recency_days <= 40
            RECENCY | -Infinity | 2 | bought within 1 day | recency_days <= 1
            RECENCY | 90 | Infinity | not bought for 90 days or more | recency_days >= 90
            RECENCY | 30 | 91 | last bought 30 to 90 days ago | recency_days >= 30 AND recency_days <= 90
            FREQUENCY | 7 | Infinity | at least 7 orders | frequency >= 7
            FREQUENCY | -Infinity | 4 | at most 3 orders | frequency <= 3
            FREQUENCY | 3 | 6 | 3 to 5 orders | frequency >= 3 AND frequency <= 5
            FREQUENCY | 3 | 4 | 3 orders | frequency >= 3 AND frequency <= 3
            FREQUENCY | -Infinity | 2 | one order only | frequency <= 1
            MONETARY | 2200 | Infinity | spent at least 2,200 | monetary >= 2200
            MONETARY | -Infinity | 0.5 | spent less than 0.5 | monetary < 0.5
            MONETARY | 290 | 2600 | spent 290 to 2,600 | monetary >= 290 AND monetary < 2600
            AVERAGE_BASKET_SIZE | 90 | Infinity | at least 90 items an order | avg_basket_size >= 90
            TENURE | 100 | Infinity | first bought at least 100 days ago | tenure_days >= 100
            """)
    void aConditionReadsAsWordsAndAsSql(Feature feature, double from, double below, String text, String sql) {
        Condition condition = new Condition(feature, from, below);
        assertThat(condition.text()).isEqualTo(text);
        assertThat(condition.sql()).isEqualTo(sql);
    }

    @Test
    void aConditionThatAsksForNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition(Feature.RECENCY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition(Feature.RECENCY, 5, 5));
    }

    @Test
    void segmentsThatAreARuleAreFoundExactly() {
        CustomerFeatures shop = Customers.random(3000, new Random(7));
        double[] frequency = shop.column(Feature.FREQUENCY);
        double[] recency = shop.column(Feature.RECENCY);
        int[] labels = new int[shop.customers()];
        Arrays.setAll(labels, i -> frequency[i] >= 3 && recency[i] <= 120 ? 1 : 0);
        List<Segment> segments = Segmentation.describe(shop, Customers.everybody(shop), labels, 2, NameTest.ORIGINAL);
        List<Rule> rules = Rules.explain(shop, Customers.everybody(shop), labels, segments, SEED);

        Rule rule = rules.get(segments.getFirst().cluster() == 1 ? 0 : 1);
        assertThat(rule.conditions())
                .extracting(Condition::feature)
                .containsExactly(Feature.RECENCY, Feature.FREQUENCY);
        assertThat(rule.text()).matches("bought within 1\\d\\d days and at least 3 orders");
        assertThat(rule.sql()).matches("recency_days <= 1\\d\\d AND frequency >= 3");
        assertThat(rule.coverage()).isEqualTo(1);
        assertThat(rule.precision()).isEqualTo(1);
    }

    @Test
    void whereNothingTellsSegmentsApartTheRuleSaysSo() {
        double[] same = new double[40];
        Arrays.fill(same, 3);
        CustomerFeatures alike = Customers.of(same, same, same);
        int[] labels = new int[40];
        Arrays.setAll(labels, i -> i % 2);
        Rule rule = Rules.explain(
                        alike,
                        Customers.everybody(alike),
                        labels,
                        Segmentation.describe(alike, Customers.everybody(alike), labels, 2, NameTest.ORIGINAL),
                        SEED)
                .getFirst();
        assertThat(rule.text()).isEqualTo("no simple rule tells this segment apart");
        assertThat(rule.sql()).isEqualTo("TRUE");
        assertThat(rule.coverage()).isEqualTo(1);
        assertThat(rule.precision()).isEqualTo(0.5);
    }

    @Test
    void coverageAndPrecisionAreCountedOnAllCustomers() {
        CustomerFeatures shop = Customers.random(12_000, new Random(8));
        double[] monetary = shop.column(Feature.MONETARY);
        int[] labels = new int[shop.customers()];
        Arrays.setAll(labels, i -> (monetary[i] >= 60) != (i % 10 == 0) ? 1 : 0);
        int[] everybody = Customers.everybody(shop);
        List<Segment> segments = Segmentation.describe(shop, everybody, labels, 2, NameTest.ORIGINAL);
        List<Rule> rules = Rules.explain(shop, everybody, labels, segments, SEED);
        for (int s = 0; s < 2; s++) {
            int cluster = segments.get(s).cluster();
            Rule rule = rules.get(s);
            long found =
                    Arrays.stream(everybody).filter(i -> holds(rule, shop, i)).count();
            long both = Arrays.stream(everybody)
                    .filter(i -> holds(rule, shop, i) && labels[i] == cluster)
                    .count();
            assertThat(rule.precision()).isCloseTo((double) both / found, within(1e-12));
            assertThat(rule.coverage())
                    .isCloseTo((double) both / segments.get(s).customers(), within(1e-12));
            assertThat(rule.precision()).isGreaterThan(0.8);
        }
        assertThat(Rules.explain(shop, everybody, labels, segments, SEED)).isEqualTo(rules);
    }

    @Test
    void theSegmentsOfOnlineRetailHaveRulesThatHoldForMost() {
        CustomerFeatures features = OnlineRetail.features();
        List<Rule> rules = Rules.explain(
                features, Customers.everybody(features), OnlineRetail.labels(features), OnlineRetail.segments(), SEED);
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.conditions()).hasSizeBetween(1, 4);
            assertThat(rule.coverage()).isGreaterThan(0.7);
            assertThat(rule.precision()).isGreaterThan(0.75);
        });
        assertThat(rules.getFirst().text()).isEqualTo("at least 7 orders and spent at least 2,200");
    }

    private static boolean holds(Rule rule, CustomerFeatures features, int customer) {
        return rule.conditions().stream()
                .allMatch(condition -> condition.holds(features.column(condition.feature())[customer]));
    }
}
