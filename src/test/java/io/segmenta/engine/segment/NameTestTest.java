package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.rhythm.Standings;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty who spent 10 long ago, then twenty who have just bought for the first time, for 100. */
class NameTestTest {
    private static final int EACH = 20;

    @TempDir
    Path folder;

    private Rows rows;
    private CustomerFeatures features;

    @BeforeEach
    void shop() {
        rows = new Rows(
                folder,
                IntStream.range(0, 2 * EACH)
                        .mapToObj(i -> "C%02d|%d|p|%s|1|%s"
                                .formatted(i, i, i < EACH ? "2023-01-01" : "2023-12-20", i < EACH ? 10 : 100))
                        .toArray(String[]::new));
        rows.clean(CleaningRules.defaults().with(io.segmenta.engine.clean.DropReason.MISSING_DESCRIPTION, false));
        features = FeatureExtractor.extract(rows.store, null, Progress.SILENT);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    /** @param first how many customers are in cluster 0 */
    private NameTest split(int first) {
        Standings standings = Standings.of(rows.store, features.snapshot());
        return NameTest.of(features, standings, Customers.everybody(features), labels(first), 2);
    }

    private static int[] labels(int first) {
        int[] labels = new int[2 * EACH];
        Arrays.fill(labels, first, labels.length, 1);
        return labels;
    }

    private static List<Persona> allowed(NameTest names, int cluster) {
        return Arrays.stream(Persona.values())
                .filter(persona -> names.allows(cluster, persona))
                .toList();
    }

    @Test
    void aClusterMayHaveTheNamesThatAreTrueOfIt() {
        NameTest names = split(EACH);
        assertThat(allowed(names, 0))
                .containsExactly(Persona.SMALL_BASKETS, Persona.ONE_TIME_BUYERS, Persona.LOST_HIBERNATING);
        assertThat(allowed(names, 1))
                .containsExactly(
                        Persona.BIG_SPENDERS,
                        Persona.NEW_CUSTOMERS,
                        Persona.AVERAGE_CUSTOMERS,
                        Persona.ONE_TIME_BUYERS);
    }

    @Test
    void oneNewCustomerIsEnoughForASegmentNotToBeLost() {
        // 20 of 21 are overdue
        assertThat(allowed(split(EACH + 1), 0)).doesNotContain(Persona.AT_RISK, Persona.LOST_HIBERNATING);
    }

    @Test
    void aSentenceThatHoldsForTooFewIsNoNamesSentence() {
        assertThat(split(EACH - 3).allows(1, Persona.NEW_CUSTOMERS)).isTrue(); // 20 of 23
        assertThat(split(EACH - 4).allows(1, Persona.NEW_CUSTOMERS)).isFalse(); // 20 of 24
    }

    @Test
    void whatANameSaysIsToldWithItsShare() {
        assertThat(split(EACH - 3).holds(1, Persona.NEW_CUSTOMERS))
                .extracting(NameTest.Held::sentence, NameTest.Held::share)
                .containsExactly(tuple("bought for the first time in the last 60 days", 20.0 / 23));
        assertThat(split(EACH).holds(0, Persona.LOST_HIBERNATING))
                .extracting(NameTest.Held::sentence)
                .containsExactly(
                        "spent less than the average customer, who spent 55",
                        "are overdue: silent for longer than customers of their rhythm pause");
    }

    @Test
    void anEarlierNameIsGivenUpWhereItIsNoLongerTrue() {
        int[] labels = labels(EACH);
        List<Segment> own = Segmentation.describe(features, Customers.everybody(features), labels, 2, split(EACH));
        assertThat(own)
                .extracting(Segment::persona)
                .containsExactlyInAnyOrder(Persona.LOST_HIBERNATING, Persona.BIG_SPENDERS);
        Membership now = new Membership(own, features.ids(), labels, features.column(Feature.MONETARY));
        Membership before = now.with(own.stream()
                .map(segment -> segment.named(segment.cluster() == 0 ? Persona.LOST_HIBERNATING : Persona.AT_RISK, 1))
                .toList());
        assertThat(SegmentMatching.of(before, now, split(EACH)).matches())
                .extracting(match -> match.segment().persona())
                .containsExactlyInAnyOrder(Persona.LOST_HIBERNATING, Persona.BIG_SPENDERS);
        assertThat(SegmentMatching.of(before, now, split(EACH)).matches())
                .filteredOn(match -> match.segment().persona() == Persona.BIG_SPENDERS)
                .singleElement()
                .satisfies(match -> assertThat(match.change(true))
                        .endsWith("It was \u201cAt Risk\u201d, which is no longer true of them."));
    }
}
