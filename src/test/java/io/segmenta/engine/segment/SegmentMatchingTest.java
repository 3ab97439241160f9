package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.segment.SegmentMatching.Match;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentMatchingTest {
    private static final CustomerFeatures SHOP = Customers.random(600, new Random(21));
    private static final int[] BANDS = Customers.bands(SHOP, 4);

    @Test
    void theSameRunIsRecognisedWhateverItsNumbers() {
        Membership before = Customers.membership(SHOP, BANDS, 4);
        Membership renumbered =
                Customers.membership(SHOP, Arrays.stream(BANDS).map(c -> 3 - c).toArray(), 4);
        List<Match> matches =
                SegmentMatching.of(before, renumbered, NameTest.ORIGINAL).matches();
        assertThat(matches).allSatisfy(match -> {
            assertThat(match.similarity()).isEqualTo(1);
            assertThat(match.earlier())
                    .isNotNull()
                    .extracting(Segment::name)
                    .isEqualTo(match.segment().name());
            assertThat(match.change(true)).contains("as many as before", " 0 came, 0 left; spend per order unchanged.");
        });
    }

    @Test
    void theNameStaysWhenThePersonaWouldBeAnother() {
        Membership before = Customers.membership(SHOP, BANDS, 4);
        List<Segment> renamed = before.segments().stream()
                .map(s -> s.named(Persona.LOST_HIBERNATING, 1 + s.cluster()))
                .toList();
        Membership after = new Membership(renamed, before.ids(), before.clusters(), before.monetary());
        List<Match> matches =
                SegmentMatching.of(before, after, NameTest.ORIGINAL).matches();
        assertThat(matches)
                .extracting(match -> match.segment().name())
                .isEqualTo(before.segments().stream().map(Segment::name).toList());
        assertThat(matches.getFirst().change(true)).endsWith("it now looks more like Lost/Hibernating.");
    }

    @Test
    void whatAPersonCallsASegmentStays() {
        Membership before = Customers.membership(SHOP, BANDS, 4);
        int cluster = before.segments().get(2).cluster();
        Membership called = before.with(Segmentation.renamed(before.segments(), cluster, " Gardeners "));
        assertThat(SegmentMatching.of(called, before, NameTest.ORIGINAL).matches())
                .extracting(match -> match.segment().name())
                .isEqualTo(called.segments().stream().map(Segment::name).toList())
                .contains("Gardeners");
    }

    @Test
    void runsWithoutACommonCustomerAreMatchedByTheirCentres() {
        Membership before = Customers.membership(SHOP, BANDS, 4);
        Membership after = new Membership(
                before.segments(),
                before.ids().stream().map(id -> "X" + id).toList(),
                before.clusters(),
                before.monetary());
        assertThat(SegmentMatching.of(before, after, NameTest.ORIGINAL).matches())
                .allSatisfy(match -> assertThat(match.similarity()).isEqualTo(1))
                .allSatisfy(match -> assertThat(match.change(true)).contains(": 0 stayed"));
    }

    @Test
    void aSegmentLikeNoOtherIsNewAndTakesAFreeName() {
        CustomerFeatures one = Customers.of(new double[] {9, 9, 9}, new double[] {2, 2, 2}, new double[] {50, 50, 50});
        Membership before = Customers.membership(one, new int[3], 1);
        CustomerFeatures two =
                Customers.of(new double[] {9, 9, 900}, new double[] {2, 2, 90}, new double[] {50, 50, 9e6});
        Membership later = Customers.membership(two, new int[] {0, 0, 1}, 2);
        List<Match> matches =
                SegmentMatching.of(before, later, NameTest.ORIGINAL).matches();
        Match fresh = matches.stream()
                .filter(match -> match.earlier() == null)
                .findFirst()
                .orElseThrow();
        assertThat(fresh.segment().customers()).isEqualTo(1);
        assertThat(fresh.change(true)).isEqualTo("New: 1 customer whom no earlier segment resembles.");
        assertThat(matches).extracting(match -> match.segment().name()).doesNotHaveDuplicates();
    }

    @Test
    void fewerSegmentsThanBeforeEachTakeOneName() {
        List<Match> matches = SegmentMatching.of(
                        Customers.membership(SHOP, BANDS, 4),
                        Customers.membership(SHOP, Customers.bands(SHOP, 2), 2),
                        NameTest.ORIGINAL)
                .matches();
        assertThat(matches)
                .hasSize(2)
                .extracting(match -> match.segment().name())
                .doesNotHaveDuplicates();
    }

    @Test
    void theOtherRunMayBeLater() {
        Membership before = Customers.membership(SHOP, BANDS, 4);
        Membership after = Customers.part(before, 0, 500);
        SegmentMatching matching = SegmentMatching.of(before, after, NameTest.ORIGINAL);
        assertThat(matching.common()).isEqualTo(500);
        assertThat(matching.gone()).isEmpty();
        assertThat(matching.matches().getFirst().change(false))
                .matches(".* customers, then as many: \\d+ stay, (\\d+) come, \\1 leave; spend per order unchanged\\.");
    }

    @Test
    void whatNoLaterSegmentResemblesIsGone() {
        Membership four = Customers.membership(SHOP, BANDS, 4);
        Membership two = Customers.membership(SHOP, Customers.bands(SHOP, 2), 2);
        List<Segment> found = SegmentMatching.of(four, two, NameTest.ORIGINAL).matches().stream()
                .map(Match::earlier)
                .filter(Objects::nonNull)
                .toList();
        assertThat(SegmentMatching.of(four, two, NameTest.ORIGINAL).gone())
                .hasSize(4 - found.size())
                .doesNotContainAnyElementsOf(found);
    }

    @Test
    void everyCustomerNeedsASegmentAndAnAmount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Membership(List.of(), List.of("a"), new int[1], new double[2]));
    }
}
