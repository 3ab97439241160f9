package io.segmenta.engine.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Figures BRITISH = new Figures(Locale.UK, Currency.getInstance("GBP"));

    @Test
    void moneyHasThePlacesOfItsCurrency() {
        assertThat(BRITISH.money(1234.5)).isEqualTo("£1,234.50");
        assertThat(new Figures(Locale.UK, Currency.getInstance("JPY")).money(1234.5))
                .doesNotContain(".");
        assertThat(new Figures(Locale.GERMANY, Currency.getInstance("EUR")).money(1234.5))
                .isEqualTo("1.234,50\u00a0€");
        assertThat(Figures.english(null).money(1234.5)).isEqualTo("1,234.50");
    }

    @Test
    void coinsCountInASmallAmountOnly() {
        assertThat(BRITISH.wholeMoney(9502.6)).isEqualTo("£9,503");
        assertThat(BRITISH.wholeMoney(100.4)).isEqualTo("£100");
        assertThat(BRITISH.wholeMoney(4.85)).isEqualTo("£4.85");
        assertThat(BRITISH.wholeMoney(-4.85)).isEqualTo("-£4.85");
        assertThat(BRITISH.wholeMoney(5)).isEqualTo("£5");
        assertThat(BRITISH.wholeMoney(0.001)).isEqualTo("£0");
    }
}
