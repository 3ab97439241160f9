package io.segmenta.web.wizard.columns;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The currency that stands in the box until the user says otherwise: that of the file, which few tell. */
final class CurrencyGuess {
    private static final Currency EURO = Currency.getInstance("EUR");

    private CurrencyGuess() {}

    /**
     * @param told by the file, the most frequent first
     * @param system the origin of the file, where the mapper knows it
     */
    static Currency of(List<String> told, @Nullable String system, Locale locale) {
        if (!told.isEmpty()) {
            return Currency.getInstance(told.getFirst());
        }
        if (system != null && system.startsWith("UCI Online Retail")) {
            return Currency.getInstance("GBP");
        }
        try {
            Currency currency = Currency.getInstance(locale);
            return currency == null ? EURO : currency;
        } catch (IllegalArgumentException withoutCountry) {
            return EURO;
        }
    }
}
