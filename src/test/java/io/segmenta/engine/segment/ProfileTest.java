package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void aSegmentStandsBesideTheAverageCustomer() {
        List<Segment> segments = OnlineRetail.segments();
        Profile champions = Profile.of(segments.getFirst(), segments);
        assertThat(champions.multiples().get(Feature.FREQUENCY)).isCloseTo(3.5, within(0.05));
        assertThat(champions.multiples().get(Feature.MONETARY)).isCloseTo(4.6, within(0.05));
        assertThat(champions.multiples().get(Feature.RECENCY)).isCloseTo(16.0 / 93, within(0.01));
        Profile lost = Profile.of(segments.getLast(), segments);
        assertThat(lost.multiples().get(Feature.MONETARY)).isCloseTo(0.08, within(0.005));
    }

    @Test
    void everybodyTogetherIsTheAverage() {
        CustomerFeatures features = Customers.of(new double[] {30, 10}, new double[] {2, 4}, new double[] {50, 70});
        List<Segment> segments = Segmentation.describe(features, new int[] {0, 1}, new int[2], 1, NameTest.ORIGINAL);
        assertThat(Profile.of(segments.getFirst(), segments).multiples().values())
                .allSatisfy(multiple -> assertThat(multiple).isCloseTo(1, within(1e-12)));
    }
}
