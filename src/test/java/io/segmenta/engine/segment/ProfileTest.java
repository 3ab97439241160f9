package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void aSegmentStandsBesideTheAverageCustomer() {
        List<Segment> segments = OnlineRetail.segments();
        Profile champions = Profile.of(segments.getFirst(), segments);
        assertThat(champions.figures()).isEqualTo("600 customers, 9,503 each, last bought 16 days ago");
        assertThat(champions.text(Feature.FREQUENCY)).isEqualTo("orders 3.5 × the average");
        assertThat(champions.text(Feature.MONETARY)).isEqualTo("spends 4.6 × the average");
        assertThat(champions.text(Feature.RECENCY)).isEqualTo("last bought 16 days ago, the average customer 93");
        Profile lost = Profile.of(segments.getLast(), segments);
        assertThat(lost.text(Feature.MONETARY)).isEqualTo("spends 0.08 × the average");
    }

    @Test
    void everybodyTogetherIsTheAverage() {
        CustomerFeatures features = Customers.of(new double[] {30, 10}, new double[] {2, 4}, new double[] {50, 70});
        List<Segment> segments = Segmentation.describe(features, new int[] {0, 1}, new int[2], 1);
        assertThat(Profile.of(segments.getFirst(), segments).text(Feature.FREQUENCY))
                .isEqualTo("orders about the average");
    }
}
