package io.segmenta.web.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import io.segmenta.engine.base.Figures;
import io.segmenta.engine.base.Money;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are written for one user.
 *
 * @param currency null for amounts without a sign
 */
public record Formats(Locale locale, ZoneId zone, @Nullable Currency currency) {

    /** For the user who is being answered: the first language his browser asks for, and its time zone. */
    public static Formats current() {
        return new Formats(browserLocale(), browserZone(), null);
    }

    /** The same with another currency. */
    public Formats in(@Nullable Currency other) {
        return new Formats(locale, zone, other);
    }

    /** The same for sentences of the engine. */
    public Figures figures() {
        return new Figures(locale, currency);
    }

    /** To the smallest coin of the currency. */
    public String money(double amount) {
        return figures().money(amount);
    }

    /** To the smallest coin of the currency. */
    public String money(Money amount) {
        return money(amount.amount());
    }

    /** To the unit, for large amounts and headlines; an amount so small that its coins count is written with them. */
    public String wholeMoney(double amount) {
        return figures().wholeMoney(amount);
    }

    public String count(long count) {
        return figures().count(count);
    }

    public String decimal(double value, int places) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(value);
    }

    /** A share of 0–1 as "13.8 %" or "14%", as the locale writes it. */
    public String percent(double share, int places) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(share);
    }

    /** A share of 0–1 in percent with as many of two places as it has: "10%", "9.5%". */
    public String share(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(share);
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /** With the month by its name: "3 April 2011". */
    public String longDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** Day and minute in the user's time zone. */
    public String instant(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }

    /** "0.8 s", "42 s", "3 min 5 s", "1 h 12 min". */
    public String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return decimal(duration.toMillis() / 1000.0, 1) + " s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        return duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }

    /** "12 KB", "3.4 MB". */
    public String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return count(Math.max(1, bytes / 1000)) + " KB";
        }
        return bytes < 1_000_000_000 ? decimal(bytes / 1e6, 1) + " MB" : decimal(bytes / 1e9, 1) + " GB";
    }

    private static Locale browserLocale() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getLocale() != null) {
            return request.getLocale();
        }
        // A page that is changed by server push answers no request.
        VaadinSession session = VaadinSession.getCurrent();
        Locale locale = session == null ? null : session.getBrowser().getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }

    private static ZoneId browserZone() {
        UI ui = UI.getCurrent();
        var details = ui == null ? null : ui.getInternals().getExtendedClientDetails();
        String id = details == null ? null : details.getTimeZoneId();
        return id == null || !ZoneId.getAvailableZoneIds().contains(id) ? ZoneId.systemDefault() : ZoneId.of(id);
    }
}
