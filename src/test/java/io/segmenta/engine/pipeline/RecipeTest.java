package io.segmenta.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.testing.Example;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private static final LocalDate FIRST = LocalDate.of(2011, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2011, 11, 30);

    @Test
    void untilADayOnlyThePeriodTheSnapshotAndTheNameChange() {
        Recipe recipe = Example.recipe();
        Recipe earlier =
                recipe.withCleaning(recipe.cleaning().during(FIRST, null)).until(LAST);

        assertThat(earlier.name()).isEqualTo("Spring campaign · to 2011-11-30");
        assertThat(earlier.cleaning().from()).isEqualTo(FIRST);
        assertThat(earlier.cleaning().to()).isEqualTo(LAST);
        assertThat(earlier.snapshot()).isEqualTo(LAST.plusDays(1));
        assertThat(earlier.named(recipe.name()).withCleaning(recipe.cleaning()).withSnapshot(null))
                .isEqualTo(recipe);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        Recipe recipe = Example.recipe();
        Recipe late = recipe.withCleaning(recipe.cleaning().during(LAST, null));
        assertThatThrownBy(() -> late.until(FIRST))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("2011-01-01");
    }

    @Test
    void onAnotherDatasetItReadsTheSameColumnsOfAllRows() {
        Recipe recipe = Example.recipe();
        Fingerprint other = Fingerprint.of("another file");
        Recipe moved = recipe.until(LAST).on(other, "Autumn");

        assertThat(moved.source()).isEqualTo(new Source(other, recipe.source().mapping()));
        assertThat(moved.name()).isEqualTo("Autumn");
        assertThat(moved.cleaning()).isEqualTo(recipe.cleaning());
        assertThat(moved.snapshot()).isNull();
        assertThat(moved.sameMethod(recipe)).isTrue();
    }

    @Test
    void aMethodIsWhatSegmentsAreComparedAndFoundBy() {
        Recipe given = Example.recipe();
        Recipe searched = Example.tunedRecipe();

        assertThat(given.method().inWords()).isEqualTo("k-means, 5 segments");
        assertThat(searched.method().inWords()).isEqualTo("best of k-means, hierarchical clustering, Gaussian mixture");
        assertThat(given.method().search()).isEmpty();
        assertThat(given.sameMethod(searched)).isFalse();
        assertThat(given.sameMethod(given.named("Other").withHorizon(null))).isTrue();
    }
}
