package io.segmenta.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.segmenta.features.CustomerFeatures;
import io.segmenta.features.Feature;
import io.segmenta.segment.Migration.Flow;
import io.segmenta.segment.SegmentMatching.Match;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Matching and migration, which look at the same two runs. */
class SegmentMatchingTest {
    private static final CustomerFeatures SHOP = Customers.random(600, new Random(21));
    private static final int[] BANDS = bands(4);

    @Test
    void theSameRunIsRecognisedWhateverItsNumbers() {
        Membership before = membership(SHOP, BANDS, 4);
        Membership renumbered =
                membership(SHOP, Arrays.stream(BANDS).map(c -> 3 - c).toArray(), 4);
        List<Match> matches = SegmentMatching.match(before, renumbered);
        assertThat(matches).allSatisfy(match -> {
            assertThat(match.similarity()).isEqualTo(1);
            assertThat(match.earlier())
                    .isNotNull()
                    .extracting(Segment::name)
                    .isEqualTo(match.segment().name());
            assertThat(match.change()).contains("as many as before", " 0 came, 0 left; mean spend unchanged.");
        });
    }

    @Test
    void theNameStaysWhenThePersonaWouldBeAnother() {
        Membership before = membership(SHOP, BANDS, 4);
        List<Segment> renamed = before.segments().stream()
                .map(s -> s.named(Persona.LOST_HIBERNATING, 1 + s.cluster()))
                .toList();
        Membership after = new Membership(renamed, before.ids(), before.clusters(), before.monetary());
        List<Match> matches = SegmentMatching.match(before, after);
        assertThat(matches)
                .extracting(match -> match.segment().name())
                .isEqualTo(before.segments().stream().map(Segment::name).toList());
        assertThat(matches.getFirst().change()).endsWith("it now looks more like Lost/Hibernating.");
    }

    @Test
    void runsWithoutACommonCustomerAreMatchedByTheirCentres() {
        Membership before = membership(SHOP, BANDS, 4);
        Membership after = new Membership(
                before.segments(),
                before.ids().stream().map(id -> "X" + id).toList(),
                before.clusters(),
                before.monetary());
        assertThat(SegmentMatching.match(before, after))
                .allSatisfy(match -> assertThat(match.similarity()).isEqualTo(1))
                .allSatisfy(match -> assertThat(match.change()).contains(": 0 stayed"));
    }

    @Test
    void aSegmentLikeNoOtherIsNewAndTakesAFreeName() {
        CustomerFeatures one = Customers.of(new double[] {9, 9, 9}, new double[] {2, 2, 2}, new double[] {50, 50, 50});
        Membership before = membership(one, new int[3], 1);
        CustomerFeatures two =
                Customers.of(new double[] {9, 9, 900}, new double[] {2, 2, 90}, new double[] {50, 50, 9e6});
        Membership later = membership(two, new int[] {0, 0, 1}, 2);
        List<Match> matches = SegmentMatching.match(before, later);
        Match fresh = matches.stream()
                .filter(match -> match.earlier() == null)
                .findFirst()
                .orElseThrow();
        assertThat(fresh.segment().customers()).isEqualTo(1);
        assertThat(fresh.change()).isEqualTo("New: 1 customer whom no earlier segment resembles.");
        assertThat(matches).extracting(match -> match.segment().name()).doesNotHaveDuplicates();
    }

    @Test
    void fewerSegmentsThanBeforeEachTakeOneName() {
        List<Match> matches = SegmentMatching.match(membership(SHOP, BANDS, 4), membership(SHOP, bands(2), 2));
        assertThat(matches)
                .hasSize(2)
                .extracting(match -> match.segment().name())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyCustomerAndAllMoneyIsInOneFlow() {
        Membership before = part(membership(SHOP, BANDS, 4), 0, 500);
        Membership after = part(membership(SHOP, bands(5), 5), 100, 600);
        Migration migration = Migration.between(before, after);

        assertThat(migration.flows().stream().mapToInt(Flow::customers).sum()).isEqualTo(600);
        assertThat(count(migration, true)).isEqualTo(100);
        assertThat(count(migration, false)).isEqualTo(100);
        assertThat(migration.flows().stream().flatMap(flow -> flow.ids().stream()))
                .containsExactlyInAnyOrderElementsOf(SHOP.ids());
        assertThat((long) migration.flows().stream()
                        .mapToDouble(Flow::moneyBefore)
                        .sum())
                .isEqualTo((long) Arrays.stream(before.monetary()).sum());
        assertThat((long)
                        migration.flows().stream().mapToDouble(Flow::moneyAfter).sum())
                .isEqualTo((long) Arrays.stream(after.monetary()).sum());
    }

    @Test
    void nobodyMovesBetweenEqualRuns() {
        Membership run = membership(SHOP, BANDS, 4);
        Migration migration = Migration.between(run, run);
        assertThat(migration.flows()).hasSize(4).allMatch(flow -> Objects.equals(flow.from(), flow.to()));
        assertThat(migration.summary())
                .isEqualTo("0 customers moved up, 0 moved down, 600 stayed; 0 were added and 0 dropped.");
        Segment first = run.segments().getFirst();
        assertThat(migration.flow(first, first).orElseThrow().customers()).isEqualTo(first.customers());
        assertThat(migration.flow(first, null)).isEmpty();
    }

    @Test
    void customersLeftOutAreWithoutASegment() {
        Membership run = membership(SHOP, BANDS, 4);
        int[] clusters = run.clusters().clone();
        clusters[0] = -1;
        Membership without = new Membership(run.segments(), run.ids(), clusters, run.monetary());
        Migration migration = Migration.between(run, without);
        assertThat(migration.flows().stream().filter(flow -> flow.to() == null))
                .singleElement()
                .extracting(Flow::ids)
                .isEqualTo(List.of("C00000"));
        assertThat(Migration.between(without, without).flows().stream()
                        .mapToInt(Flow::customers)
                        .sum())
                .isEqualTo(599);
    }

    @Test
    void everyCustomerNeedsASegmentAndAnAmount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Membership(List.of(), List.of("a"), new int[1], new double[2]));
    }

    private static int count(Migration migration, boolean added) {
        return migration.flows().stream()
                .filter(flow -> (added ? flow.from() : flow.to()) == null)
                .mapToInt(Flow::customers)
                .sum();
    }

    private static Membership membership(CustomerFeatures features, int[] labels, int clusters) {
        return new Membership(
                Segmentation.describe(features, Customers.everybody(features), labels, clusters),
                features.ids(),
                labels,
                features.column(Feature.MONETARY));
    }

    private static Membership part(Membership whole, int from, int to) {
        return new Membership(
                whole.segments(),
                whole.ids().subList(from, to),
                Arrays.copyOfRange(whole.clusters(), from, to),
                Arrays.copyOfRange(whole.monetary(), from, to));
    }

    private static int[] bands(int clusters) {
        return Arrays.stream(PercentileRanks.of(SHOP.column(Feature.MONETARY)))
                .mapToInt(rank -> (int) (rank * clusters))
                .toArray();
    }
}
