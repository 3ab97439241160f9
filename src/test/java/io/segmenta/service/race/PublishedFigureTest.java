package io.segmenta.service.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.forecast.model.PurchaseFit;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishedFigureTest {
    private static final Set<String> METRICS = Set.of(
            "logLikelihood",
            "k",
            "r",
            "alpha",
            "a",
            "b",
            "s",
            "beta",
            "mae",
            "rmse",
            "bias",
            "predicted",
            "auc",
            "brier",
            "logLoss");

    /** A figure with a name that nobody has would silently stand beside nothing. */
    @Test
    void eachStandsBesideOneOfOurs() {
        assertThat(PublishedFigure.ALL).isNotEmpty().doesNotHaveDuplicates().allSatisfy(figure -> {
            assertThat(Split.ALL).anySatisfy(split -> {
                assertThat(split.log().label()).isEqualTo(figure.dataset());
                assertThat(split.label()).isEqualTo(figure.split());
            });
            assertThat(Arrays.stream(PurchaseFit.Family.values()).map(PurchaseFit.Family::label))
                    .contains(figure.model());
            assertThat(METRICS).contains(figure.metric());
            assertThat(figure.number()).isFinite();
            assertThat(figure.source()).isNotBlank();
        });
    }
}
