package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.transactions.TransactionStore.Inquiry;
import java.time.LocalDate;

/**
 * Which year two digits stand for: the latest that ends with them and is not after {@code latest}. This is the one rule; the examples of the
 * wizard, the command line and the cleaning all ask it.
 *
 * @param latest the last year that two digits can mean, 1900 to 9999
 */
public record ShortYears(int latest) {
    private static final int CENTURY = 100;

    public ShortYears {
        if (latest < 1900 || latest > 9999) {
            throw new IllegalArgumentException("Short years cannot end in " + latest + ".");
        }
    }

    /** Up to next year, since orders are sometimes dated ahead: in 2026, 27 is 2027 and 28 is 1928. */
    public static ShortYears of(LocalDate today) {
        return new ShortYears(today.getYear() + 1);
    }

    /**
     * The rule for one column. Where most of its dates write the year in full, short years are at most the one after the latest of those: who
     * wrote 1998 until yesterday does not mean 2027 today.
     *
     * @param column SQL of a text column
     */
    static ShortYears of(TransactionStore store, String column, LocalDate today) {
        return store.once(new OfColumn(column, today));
    }

    private record OfColumn(String column, LocalDate today) implements Inquiry<ShortYears> {
        @Override
        public ShortYears answer(TransactionStore store) {
            return look(store, column, today);
        }
    }

    private static ShortYears look(TransactionStore store, String column, LocalDate today) {
        long[] found = new long[3];
        store.query(
                "SELECT count(*) FILTER (length(y) = 4), count(*) FILTER (length(y) = 2),"
                        + " max(CASE WHEN length(y) = 4 THEN CAST(y AS INTEGER) END)"
                        + " FROM (SELECT regexp_extract(" + column
                        + ", '^\\s*\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4}|\\d{2})(?:\\D|$)', 1) AS y FROM source) WHERE y <> ''",
                row -> {
                    for (int i = 0; i < found.length; i++) {
                        found[i] = row.integer(i);
                    }
                });
        ShortYears usual = of(today);
        boolean mostlyInFull = found[1] > 0 && found[0] > found[1];
        return mostlyInFull && found[2] >= 1900 && found[2] < usual.latest ? new ShortYears((int) found[2] + 1) : usual;
    }

    /** @param digits 0 to 99 */
    int year(int digits) {
        int inLastCentury = latest / CENTURY * CENTURY + digits;
        return inLastCentury > latest ? inLastCentury - CENTURY : inLastCentury;
    }

    /**
     * A date of which the year stands first, with four digits also where it had two.
     *
     * @param date SQL of a text such as 26-12-31 08:15 or 2026-12-31
     */
    String inFull(String date) {
        int century = latest / CENTURY;
        int tens = latest % CENTURY / 10;
        int ones = latest % 10;
        String upToLatest = (tens == 0 ? "" : "[0-" + (tens - 1) + "]\\d|") + tens + "[0-" + ones + "]";
        return "regexp_replace(regexp_replace(" + date + ", '^((?:" + upToLatest + ")-)', '" + century
                + "\\1'), '^(\\d\\d-)', '" + (century - 1) + "\\1')";
    }
}
