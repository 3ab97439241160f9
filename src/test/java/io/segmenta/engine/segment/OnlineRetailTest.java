package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden five clusters of UCI Online Retail must be told apart as a marketer would. */
class OnlineRetailTest {
    private final CustomerFeatures features = OnlineRetail.features();
    private final List<Segment> segments = OnlineRetail.segments();

    @ParameterizedTest
    @CsvSource({
        "VIP_CHAMPIONS,600,14.8,9503,16",
        "POTENTIAL_LOYALISTS,978,4.5,1041,31",
        "AVERAGE_CUSTOMERS,807,3.0,1923,82",
        "AT_RISK,1254,1.4,394,145",
        "LOST_HIBERNATING,700,1.4,173,165"
    })
    void eachPersonaIsFound(Persona persona, int customers, double frequency, double monetary, double recency) {
        Segment segment = segments.stream()
                .filter(s -> s.persona() == persona)
                .findFirst()
                .orElseThrow();
        assertThat(segment.ordinal()).isEqualTo(1);
        assertThat(segment.customers()).isEqualTo(customers);
        assertThat(segment.mean(Feature.FREQUENCY)).isCloseTo(frequency, within(0.05));
        assertThat(segment.mean(Feature.MONETARY)).isCloseTo(monetary, within(0.5));
        assertThat(segment.mean(Feature.RECENCY)).isCloseTo(recency, within(0.5));
    }

    @Test
    void theSegmentsAreTheWholeShop() {
        assertThat(segments).hasSize(5);
        assertThat(segments.stream().mapToInt(Segment::customers).sum()).isEqualTo(features.customers());
        assertThat(segments.stream().mapToDouble(Segment::share).sum()).isCloseTo(1, within(1e-12));
        assertThat(segments.stream().mapToDouble(Segment::revenueShare).sum()).isCloseTo(1, within(1e-12));
        assertThat(segments.stream().mapToDouble(Segment::revenue).sum()).isCloseTo(8_887_208.894, within(1e-3));
    }
}
