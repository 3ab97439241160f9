package io.segmenta.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.transactions.DateOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantFormatTest {
    @Test
    void aFormatOfDatesIsUnderstoodByTheOrderOfItsLetters() {
        assertThat(InstantFormat.order("dd.MM.yyyy HH:mm")).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(InstantFormat.order("M/d/y")).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(InstantFormat.order("yyyy-MM-dd'T'HH:mm:ss")).isEqualTo(DateOrder.YEAR_FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d/d/y", "y-d-M", "dmy", "d/m", "%d/%m/%Y"})
    void anOrderThatIsNoneIsRefused(String none) {
        assertThatThrownBy(() -> InstantFormat.order(none)).hasMessageContaining("is not known");
    }
}
