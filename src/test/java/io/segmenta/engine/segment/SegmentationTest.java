package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SegmentationTest {
    private static final CustomerFeatures SHOP = Customers.random(2000, new Random(5));
    private static final int[] EVERYBODY = Customers.everybody(SHOP);

    static IntStream clusterCounts() {
        return IntStream.rangeClosed(2, 20);
    }

    @ParameterizedTest
    @MethodSource("clusterCounts")
    void everyClusterBecomesOneSegmentWithANameOfItsOwn(int clusters) {
        List<Segment> segments = Segmentation.describe(SHOP, EVERYBODY, bands(clusters), clusters, NameTest.ORIGINAL);
        assertThat(segments).hasSize(clusters);
        assertThat(segments).extracting(Segment::name).doesNotHaveDuplicates();
        assertThat(segments).extracting(Segment::cluster).doesNotHaveDuplicates();
        assertThat(segments.stream().mapToInt(Segment::customers).sum()).isEqualTo(SHOP.customers());
        assertThat(segments.stream().map(Segment::persona).distinct()).hasSize(Math.min(clusters, 5));
        for (int i = 1; i < clusters; i++) {
            Segment previous = segments.get(i - 1);
            Segment segment = segments.get(i);
            assertThat(segment.ordinal())
                    .isEqualTo(previous.persona() == segment.persona() ? previous.ordinal() + 1 : 1);
            assertThat(segment.persona()).isGreaterThanOrEqualTo(previous.persona());
        }
    }

    @ParameterizedTest
    @MethodSource("clusterCounts")
    void clusterNumbersDoNotMatter(int clusters) {
        int[] labels = bands(clusters);
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, clusters).boxed().toList());
        Collections.shuffle(numbers, new Random(clusters));
        int[] renumbered = Arrays.stream(labels).map(numbers::get).toArray();

        List<Segment> segments = Segmentation.describe(SHOP, EVERYBODY, labels, clusters, NameTest.ORIGINAL);
        List<Segment> others = Segmentation.describe(SHOP, EVERYBODY, renumbered, clusters, NameTest.ORIGINAL);
        assertThat(others)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("cluster")
                .isEqualTo(segments);
        for (int i = 0; i < clusters; i++) {
            assertThat(others.get(i).cluster())
                    .isEqualTo(numbers.get(segments.get(i).cluster()));
        }
    }

    @Test
    void clusterNumbersDoNotMatterEvenWhereClustersAreAlike() {
        CustomerFeatures twins = Customers.of(fill(12, 30), fill(12, 2), fill(12, 50));
        int[] labels = {0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5};
        int[] reversed = Arrays.stream(labels).map(label -> 5 - label).toArray();
        assertThat(Segmentation.describe(twins, Customers.everybody(twins), reversed, 6, NameTest.ORIGINAL))
                .extracting(Segment::name, segment -> 5 - segment.cluster())
                .isEqualTo(
                        Segmentation.describe(twins, Customers.everybody(twins), labels, 6, NameTest.ORIGINAL).stream()
                                .map(segment -> tuple(segment.name(), segment.cluster()))
                                .toList());
    }

    @Test
    void theBetterOfTwoIsTheBetterPersona() {
        CustomerFeatures features = Customers.of(
                new double[] {1, 2, 300, 310}, new double[] {20, 30, 1, 1}, new double[] {900, 950, 10, 12});
        List<Segment> segments = Segmentation.describe(
                features, Customers.everybody(features), labels(1, 1, 0, 0), 2, NameTest.ORIGINAL);
        assertThat(segments).extracting(Segment::cluster).containsExactly(1, 0);
        // mean ranks .25 .75 .75 and .75 .25 .25
        assertThat(segments).extracting(Segment::persona).containsExactly(Persona.POTENTIAL_LOYALISTS, Persona.AT_RISK);
    }

    @Test
    void aSegmentSaysWhatItsCustomersAreWorth() {
        CustomerFeatures features =
                Customers.of(new double[] {10, 20, 60, 5}, new double[] {1, 2, 9, 4}, new double[] {10, 20, 30, 40});
        Segment segment =
                Segmentation.describe(features, Customers.everybody(features), labels(0, 0, 0, 1), 2, NameTest.ORIGINAL)
                        .stream()
                        .filter(s -> s.cluster() == 0)
                        .findFirst()
                        .orElseThrow();
        assertThat(segment.customers()).isEqualTo(3);
        assertThat(segment.share()).isEqualTo(0.75);
        assertThat(segment.mean(Feature.RECENCY)).isEqualTo(30);
        assertThat(segment.median(Feature.RECENCY)).isEqualTo(20);
        assertThat(segment.mean(Feature.FREQUENCY)).isEqualTo(4);
        assertThat(segment.median(Feature.FREQUENCY)).isEqualTo(2);
        assertThat(segment.revenue()).isEqualTo(60);
        assertThat(segment.revenueShare()).isEqualTo(0.6);
        assertThat(segment.mean(Feature.TENURE)).isNaN();
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        CustomerFeatures features =
                Customers.of(new double[] {1, 5, 9, 100}, new double[] {1, 1, 1, 1}, new double[] {1, 1, 1, 1});
        List<Segment> segments =
                Segmentation.describe(features, Customers.everybody(features), new int[4], 1, NameTest.ORIGINAL);
        assertThat(segments.getFirst().median(Feature.RECENCY)).isEqualTo(7);
    }

    @Test
    void aClusterWithoutCustomersIsNoSegment() {
        CustomerFeatures features = Customers.of(new double[] {1, 9}, new double[] {3, 1}, new double[] {5, 2});
        assertThat(Segmentation.describe(features, Customers.everybody(features), labels(0, 3), 4, NameTest.ORIGINAL))
                .extracting(Segment::cluster)
                .containsExactlyInAnyOrder(0, 3);
    }

    @Test
    void customersLeftOutOfTheClusteringStillCountInTheWhole() {
        CustomerFeatures features =
                Customers.of(new double[] {1, 9, 50, 80}, new double[] {3, 1, 1, 1}, new double[] {60, 20, 10, 10});
        List<Segment> segments =
                Segmentation.describe(features, new int[] {1, 2, 3}, labels(0, 1, 1), 2, NameTest.ORIGINAL);
        assertThat(segments.stream().mapToDouble(Segment::share).sum()).isCloseTo(0.75, within(1e-12));
        assertThat(segments.stream().mapToDouble(Segment::revenueShare).sum()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void aShopWithoutRevenueHasNoRevenueShares() {
        CustomerFeatures features = Customers.of(new double[] {1, 9}, new double[] {3, 1}, new double[2]);
        assertThat(Segmentation.describe(features, Customers.everybody(features), labels(0, 1), 2, NameTest.ORIGINAL))
                .extracting(Segment::revenueShare)
                .containsExactly(0.0, 0.0);
    }

    @Test
    void eachClusteredCustomerNeedsALabel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Segmentation.describe(SHOP, EVERYBODY, new int[3], 2, NameTest.ORIGINAL))
                .withMessageContaining("3 for 2000");
    }

    @Test
    void aSegmentIsCalledWhatAPersonCallsItUntilTheyTakeItBack() {
        List<Segment> segments = Segmentation.describe(SHOP, EVERYBODY, bands(4), 4, NameTest.ORIGINAL);
        Segment first = segments.getFirst();
        List<Segment> renamed = Segmentation.renamed(segments, first.cluster(), " Die Treuen ");
        assertThat(renamed.getFirst().name()).isEqualTo("Die Treuen");
        assertThat(renamed.getFirst().persona()).isEqualTo(first.persona());
        assertThat(renamed.subList(1, 4)).isEqualTo(segments.subList(1, 4));
        assertThat(Segmentation.renamed(renamed, first.cluster(), " ")).isEqualTo(segments);
        assertThat(Segmentation.renamed(renamed, first.cluster(), first.name())).isEqualTo(segments);
    }

    @Test
    void aNameThatWouldMisleadIsRefused() {
        List<Segment> segments = Segmentation.describe(SHOP, EVERYBODY, bands(4), 4, NameTest.ORIGINAL);
        int first = segments.getFirst().cluster();
        String second = segments.get(1).name();
        assertRefused(segments, first, second.toUpperCase(Locale.ROOT), "already");
        assertRefused(segments, first, "regulars", "only you give");
        assertRefused(segments, first, "Regulars · 2", "only you give");
        assertRefused(segments, first, "x".repeat(61), "61 characters");
        assertRefused(segments, 17, "Gardeners", "no such segment");
        assertThat(Segmentation.renamed(segments, first, "x".repeat(60))
                        .getFirst()
                        .name())
                .hasSize(60);
    }

    private static void assertRefused(List<Segment> segments, int cluster, String name, String why) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Segmentation.renamed(segments, cluster, name))
                .withMessageContaining(why);
    }

    @Test
    void aTinySegmentIsCalledTiny() {
        int[] labels = new int[SHOP.customers()];
        Arrays.fill(labels, 0, 39, 1);
        assertThat(caveats(SHOP, labels, 1)).anyMatch(caveat -> caveat.contains("tiny: 39 customers, 2.0 % of all"));
        Arrays.fill(labels, 39, 41, 1);
        assertThat(caveats(SHOP, labels, 1)).noneMatch(caveat -> caveat.contains("tiny"));
    }

    @Test
    void aCustomerWhoBringsMostOfTheRevenueIsNamed() {
        double[] monetary = fill(100, 10);
        monetary[7] = 400;
        CustomerFeatures features = Customers.of(fill(100, 30), fill(100, 2), monetary);
        int[] labels = IntStream.range(0, 100).map(i -> i < 50 ? 0 : 1).toArray();
        assertThat(caveats(features, labels, 0))
                .containsExactly("One customer (C00007) brings 45 % of this segment's revenue."
                        + " Trust its medians more than its means.");
        assertThat(caveats(features, labels, 1)).isEmpty();
    }

    private static List<String> caveats(CustomerFeatures features, int[] labels, int cluster) {
        return Segmentation.describe(features, Customers.everybody(features), labels, 2, NameTest.ORIGINAL).stream()
                .filter(segment -> segment.cluster() == cluster)
                .findFirst()
                .orElseThrow()
                .caveats();
    }

    /** Clusters of customers who spent about the same. */
    private static int[] bands(int clusters) {
        double[] ranks = PercentileRanks.of(SHOP.column(Feature.MONETARY));
        return Arrays.stream(ranks).mapToInt(rank -> (int) (rank * clusters)).toArray();
    }

    private static int[] labels(int... labels) {
        return labels;
    }

    private static double[] fill(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }
}
