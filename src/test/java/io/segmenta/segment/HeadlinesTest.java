package io.segmenta.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.features.CustomerFeatures;
import io.segmenta.features.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlinesTest {
    @Test
    void onlineRetailInFourSentences() {
        assertThat(Headlines.of(OnlineRetail.segments()))
                .containsExactly(
                        "VIP Champions are 14 % of the customers and bring 64 % of the revenue: 600 customers, 9,503 each.",
                        "The largest segment is At Risk: 29 % of the customers and 5.6 % of the revenue.",
                        "1,954 customers (45 %) are At Risk or Lost/Hibernating: they last bought 152 days ago on average"
                                + " and brought 6.9 % of the revenue.",
                        "The next champions are among the 978 Potential Loyalists: they bought 31 days ago and order"
                                + " 4.5 times, champions 14.8.");
    }

    @Test
    void oneSegmentIsOneSentence() {
        CustomerFeatures features = Customers.of(new double[] {30, 30}, new double[] {2, 2}, new double[] {50, 50});
        List<Segment> segments = Segmentation.describe(features, new int[] {0, 1}, new int[2], 1);
        assertThat(Headlines.of(segments)).hasSize(1).first().asString().contains("2 customers, 50 each");
    }

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
