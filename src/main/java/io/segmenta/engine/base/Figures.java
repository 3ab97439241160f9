package io.segmenta.engine.base;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How counts and money are written for one reader, in sentences as in tables.
 *
 * @param currency null for amounts without a sign
 */
public record Figures(Locale locale, @Nullable Currency currency) {
    /** Below it the cents of an amount are no detail. */
    private static final double SMALL = 100;

    private static final int PLACES = 2;

    /** For sentences that nobody's habits are known of. */
    public static Figures english(@Nullable Currency currency) {
        return new Figures(Locale.ENGLISH, currency);
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** To the smallest coin of the currency; a dash for what is no amount. */
    public String money(double amount) {
        return money(amount, currency == null ? PLACES : Math.max(0, currency.getDefaultFractionDigits()));
    }

    /** To the unit, for large amounts and headlines; an amount so small that its coins count is written with them. */
    public String wholeMoney(double amount) {
        boolean coins = Math.round(Math.abs(amount) * 100) % 100 != 0;
        return Math.abs(amount) < SMALL && coins ? money(amount) : money(amount, 0);
    }

    private String money(double amount, int places) {
        if (Double.isNaN(amount)) {
            return "–";
        }
        NumberFormat format;
        if (currency == null) {
            format = NumberFormat.getNumberInstance(locale);
        } else {
            format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(currency);
        }
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(amount);
    }
}
