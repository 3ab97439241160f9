package io.segmenta.engine.transactions;

import java.util.List;
import java.util.stream.Collectors;

/** What stands beside an amount for its currency. */
public final class CurrencySigns {
    /** A sign that several countries have stands for the largest of them; what matters is that signs differ. */
    private record Sign(String sign, String code) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("CA$", "CAD"),
            new Sign("C$", "CAD"),
            new Sign("AU$", "AUD"),
            new Sign("A$", "AUD"),
            new Sign("R$", "BRL"),
            new Sign("$", "USD"),
            new Sign("\u20ac", "EUR"),
            new Sign("\u00a3", "GBP"),
            new Sign("\u00a5", "JPY"),
            new Sign("\u20b9", "INR"),
            new Sign("\u20ba", "TRY"),
            new Sign("\u20bd", "RUB"),
            new Sign("\u20ab", "VND"),
            new Sign("\u20a9", "KRW"),
            new Sign("\u0e3f", "THB"),
            new Sign("\u20b1", "PHP"),
            new Sign("z\u0142", "PLN"),
            new Sign("K\u010d", "CZK"));

    private CurrencySigns() {}

    /** @return SQL of a code of ISO 4217, null where there is neither a code of three letters nor a sign that is known */
    public static String code(String text) {
        return SIGNS.stream()
                .map(sign -> " WHEN contains(" + text + ", " + Sql.text(sign.sign) + ") THEN " + Sql.text(sign.code))
                .collect(Collectors.joining(
                        "",
                        // nearly all amounts are bare numbers, which are told the fastest
                        "CASE WHEN NOT regexp_matches(" + text + ", '[^-+0-9.,]') THEN NULL WHEN regexp_matches(" + text
                                + ", '(^|[^A-Za-z])[A-Z]{3}([^A-Za-z]|$)') THEN regexp_extract(" + text
                                + ", '(?:^|[^A-Za-z])([A-Z]{3})(?:[^A-Za-z]|$)', 1)",
                        " END"));
    }
}
