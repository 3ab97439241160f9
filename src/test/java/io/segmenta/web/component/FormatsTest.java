package io.segmenta.web.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Formats BRITISH =
            new Formats(Locale.UK, ZoneId.of("Europe/London"), null).in(Currency.getInstance("GBP"));
    private static final Formats GERMAN =
            new Formats(Locale.GERMANY, ZoneId.of("Europe/Berlin"), null).in(Currency.getInstance("EUR"));

    @Test
    void moneyIsWrittenAsTheReaderIsUsedTo() {
        assertThat(BRITISH.money(8887208.894)).isEqualTo("£8,887,208.89");
        assertThat(GERMAN.money(8887208.894)).isEqualTo("8.887.208,89\u00a0€");
        assertThat(BRITISH.wholeMoney(9502.6)).isEqualTo("£9,503");
    }

    @Test
    void anUnknownCurrencyLeavesTheNumber() {
        assertThat(BRITISH.in(null).money(3.5)).isEqualTo("3.50");
    }

    @Test
    void sharesAndCounts() {
        assertThat(BRITISH.percent(0.1383, 0)).isEqualTo("14%");
        assertThat(GERMAN.percent(0.1383, 1)).isEqualTo("13,8\u00a0%");
        assertThat(BRITISH.count(541909)).isEqualTo("541,909");
    }

    @Test
    void timesAreInTheReadersZone() {
        assertThat(BRITISH.date(LocalDate.of(2011, 12, 9))).isEqualTo("9 Dec 2011");
        assertThat(GERMAN.instant(Instant.parse("2026-03-01T10:00:00Z"))).isEqualTo("01.03.2026, 11:00");
    }

    @Test
    void durationsHaveTwoUnitsAtMost() {
        assertThat(BRITISH.duration(Duration.ofMillis(840))).isEqualTo("0.8 s");
        assertThat(BRITISH.duration(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(BRITISH.duration(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
        assertThat(BRITISH.duration(Duration.ofMinutes(72))).isEqualTo("1 h 12 min");
    }

    @Test
    void sizesOfFiles() {
        assertThat(BRITISH.bytes(12)).isEqualTo("1 KB");
        assertThat(BRITISH.bytes(45_600)).isEqualTo("45 KB");
        assertThat(BRITISH.bytes(23_700_000)).isEqualTo("23.7 MB");
        assertThat(BRITISH.bytes(2_100_000_000)).isEqualTo("2.1 GB");
    }
}
