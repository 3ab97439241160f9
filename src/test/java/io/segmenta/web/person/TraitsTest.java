package io.segmenta.web.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.orders.CustomerHistory;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraitsTest {
    @TempDir
    Path folder;

    @Test
    void areTheFeaturesAlsoWhereAnOrderEndsTheDayAfter() {
        try (Rows rows = new Rows(
                folder,
                "7|1|A|2011-01-01 23:59:00|4|2.50|X|UK",
                "7|1|B|2011-01-02 00:01:00|1|5|X|UK",
                "7|2|A|2011-03-01 23:50:00|2|3|X|UK",
                "7|2|B|2011-03-02 00:10:00|5|1|X|UK",
                "8|3|A|2011-02-01|1|1|X|UK")) {
            rows.clean();
            CustomerFeatures features =
                    FeatureExtractor.extract(rows.store, null, EnumSet.allOf(Feature.class), null, Progress.SILENT);
            for (int i = 0; i < features.ids().size(); i++) {
                Map<Feature, Double> traits = Traits.of(
                        customer(features, i),
                        CustomerHistory.of(rows.store, features.ids().get(i)),
                        features.snapshot());
                assertThat(traits).hasSize(Feature.values().length - 1).doesNotContainKey(Feature.RETURNS_SHARE);
                for (Map.Entry<Feature, Double> trait : traits.entrySet()) {
                    assertThat(trait.getValue())
                            .as("%s of %s", trait.getKey(), features.ids().get(i))
                            .isEqualTo(features.column(trait.getKey())[i]);
                }
            }
        }
    }

    private static Assignment customer(CustomerFeatures features, int i) {
        return new Assignment(
                features.ids().get(i),
                (int) features.column(Feature.RECENCY)[i],
                (int) features.column(Feature.FREQUENCY)[i],
                features.column(Feature.MONETARY)[i],
                features.column(Feature.AVERAGE_BASKET_SIZE)[i],
                features.column(Feature.CLV)[i],
                false,
                0,
                null,
                null);
    }
}
