package io.segmenta.engine.columns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the name of a column of money says of its currency. */
public final class HeaderCurrency {
    private static final Pattern CONVERTED = Pattern.compile(
            "(?<![a-z])(?:base|home|converted|reporting|settlement|settled|umgerechnet|converti|convertido)(?![a-z])");

    private HeaderCurrency() {}

    /** The one of the codes that stands in it as a word: "amount_usd", "Total (EUR)". */
    public static Optional<String> code(String header, List<String> codes) {
        String words = " " + words(header) + " ";
        return codes.stream()
                .filter(code -> words.contains(" " + code.toLowerCase(Locale.ROOT) + " "))
                .findFirst();
    }

    /** Whether it says that all of its amounts are in one currency, be it one of the codes or that of the shop. */
    public static boolean saysOne(String header, List<String> codes) {
        return code(header, codes).isPresent()
                || CONVERTED.matcher(words(header)).find();
    }

    private static String words(String header) {
        return Vocabulary.folded(header).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
