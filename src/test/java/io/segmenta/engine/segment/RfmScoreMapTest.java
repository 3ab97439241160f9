package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RfmScoreMapTest {
    private final CustomerFeatures shop = Customers.random(1000, new Random(9));
    private final RfmScoreMap map = RfmScoreMap.of(shop);

    @Test
    void everyCellBelongsToExactlyOneGroup() {
        for (int recency = 1; recency <= 5; recency++) {
            for (int frequency = 1; frequency <= 5; frequency++) {
                int r = recency;
                int f = frequency;
                assertThat(Arrays.stream(RfmGroup.values()).filter(group -> group.holds(r, f)))
                        .as("recency %d, frequency %d", r, f)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5,4,CHAMPIONS", "5,5,CHAMPIONS", "3,4,LOYAL", "4,5,LOYAL", "4,2,POTENTIAL_LOYALISTS",
                "5,3,POTENTIAL_LOYALISTS",
        "5,1,NEW", "4,1,PROMISING", "3,3,NEED_ATTENTION", "3,1,ABOUT_TO_SLEEP", "3,2,ABOUT_TO_SLEEP", "1,3,AT_RISK",
        "2,4,AT_RISK", "1,5,CANNOT_LOSE", "2,5,CANNOT_LOSE", "1,1,HIBERNATING", "2,2,HIBERNATING"
    })
    void theGroupsAreTheClassicOnes(int recency, int frequency, RfmGroup group) {
        assertThat(new RfmScore(recency, frequency, 3).group()).isEqualTo(group);
    }

    @ParameterizedTest
    @EnumSource(
            value = Feature.class,
            names = {"RECENCY", "FREQUENCY", "MONETARY"})
    void equalValuesHaveEqualScoresAndBetterOnesNeverWorse(Feature feature) {
        Map<Double, Integer> scoreOf = new HashMap<>();
        double[] values = shop.column(feature);
        for (int i = 0; i < values.length; i++) {
            Integer other = scoreOf.put(values[i], score(feature, i));
            assertThat(other).isIn(null, score(feature, i));
        }
        int direction = feature == Feature.RECENCY ? -1 : 1;
        for (int i = 1; i < values.length; i++) {
            assertThat(direction
                            * Double.compare(values[i], values[i - 1])
                            * Integer.compare(score(feature, i), score(feature, i - 1)))
                    .isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void fifthsAreOfEqualSizeWhereAllValuesDiffer() {
        double[] distinct = new Random(4).doubles(50).toArray();
        RfmScoreMap even = RfmScoreMap.of(Customers.of(distinct, distinct, distinct));
        for (int fifth = 1; fifth <= 5; fifth++) {
            int score = fifth;
            assertThat(even.scores().stream().filter(s -> s.monetary() == score))
                    .hasSize(10);
            assertThat(even.scores().stream().filter(s -> s.recency() == score)).hasSize(10);
        }
    }

    @Test
    void customersWhoAreAllAlikeStandInTheMiddle() {
        double[] same = {4, 4, 4};
        assertThat(RfmScoreMap.of(Customers.of(same, same, same)).scores()).containsOnly(new RfmScore(3, 3, 3));
    }

    @Test
    void theCrossTableHoldsEveryCustomerOnce() {
        int[] everybody = Customers.everybody(shop);
        int[] labels = Arrays.stream(everybody).map(i -> i % 4).toArray();
        List<Segment> segments = Segmentation.describe(shop, everybody, labels, 4, NameTest.ORIGINAL);
        List<Map<RfmGroup, Integer>> table = map.crossTable(everybody, labels, segments);

        for (int s = 0; s < segments.size(); s++) {
            assertThat(table.get(s).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(segments.get(s).customers());
        }
        for (RfmGroup group : RfmGroup.values()) {
            assertThat(table.stream().mapToInt(row -> row.get(group)))
                    .as(group.name())
                    .satisfies(counts -> assertThat(
                                    counts.stream().mapToInt(Integer::intValue).sum())
                            .isEqualTo((int) map.scores().stream()
                                    .filter(score -> score.group() == group)
                                    .count()));
        }
    }

    @Test
    void aScoreOutsideOfTheScaleIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmScore(0, 3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmScore(3, 3, 6));
    }

    private int score(Feature feature, int customer) {
        RfmScore score = map.scores().get(customer);
        return feature == Feature.RECENCY
                ? score.recency()
                : feature == Feature.FREQUENCY ? score.frequency() : score.monetary();
    }
}
