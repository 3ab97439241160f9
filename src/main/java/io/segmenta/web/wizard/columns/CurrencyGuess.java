package io.segmenta.web.wizard.columns;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The currency that stands in the box until the user says otherwise: files rarely tell it. */
final class CurrencyGuess {
    private static final Currency EURO = Currency.getInstance("EUR");

    private CurrencyGuess() {}

    /** @param system the origin of the file, where the mapper knows it */
    static Currency of(@Nullable String system, Locale locale) {
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
