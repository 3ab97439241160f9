package io.segmenta.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.testing.OnlineRetail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    /** The numbers are scikit-learn's for the golden labels. */
    @ParameterizedTest
    @CsvSource({
        "kmeans5, ward5, 0.31508239553734, 0.47669945923183843",
        "kmeans3, gmm_full5, 0.28059115758703285, 0.3507604184704919",
        "single3, kmeans4, 5.962063470101098e-05, 7.525069022681075e-05",
        "average5, complete5, 0.31305626525724883, 0.2596961406479152"
    })
    void equalsScikitLearn(String a, String b, double adjustedRand, double adjustedMutualInformation) {
        Agreement agreement = Agreement.of(OnlineRetail.labels(a), OnlineRetail.labels(b));

        assertThat(agreement.adjustedRand()).isCloseTo(adjustedRand, within(1e-9));
        assertThat(agreement.adjustedMutualInformation()).isCloseTo(adjustedMutualInformation, within(1e-9));
    }

    /** The example of scikit-learn's documentation. */
    @Test
    void aClusterSplitInTwo() {
        Agreement agreement = Agreement.of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1});

        assertThat(agreement.adjustedRand()).isCloseTo(4 / 7.0, within(1e-12));
        assertThat(agreement.adjustedMutualInformation()).isCloseTo(4 / 7.0, within(1e-12));
    }

    @Test
    void theSameUnderOtherNumbersAgreesCompletely() {
        Agreement agreement = Agreement.of(new int[] {0, 0, 1, 2, 2}, new int[] {7, 7, 3, 0, 0});

        assertThat(agreement.adjustedRand()).isEqualTo(1);
        assertThat(agreement.adjustedMutualInformation()).isCloseTo(1, within(1e-12));
    }

    @Test
    void itDoesNotMatterWhichComesFirst() {
        int[] a = {0, 1, 1, 2, 0, 2, 1};
        int[] b = {0, 0, 1, 1, 0, 1, 1};

        assertThat(Agreement.of(a, b)).isEqualTo(Agreement.of(b, a));
    }

    @Test
    void oneClusterAgainstTwoIsChance() {
        Agreement agreement = Agreement.of(new int[] {0, 0, 0, 0}, new int[] {0, 0, 1, 1});

        assertThat(agreement.adjustedRand()).isZero();
        assertThat(agreement.adjustedMutualInformation()).isCloseTo(0, within(1e-12));
    }

    @Test
    void allInOneClusterOrAllAloneAgree() {
        assertThat(Agreement.of(new int[] {3, 3, 3}, new int[] {0, 0, 0})).isEqualTo(new Agreement(1, 1));
        assertThat(Agreement.of(new int[] {0, 1, 2}, new int[] {2, 1, 0})).isEqualTo(new Agreement(1, 1));
    }

    @Test
    void labelsOfOtherRowsAreRefused() {
        assertThatThrownBy(() -> Agreement.of(new int[] {0, 1}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and 1 labels");
    }
}
