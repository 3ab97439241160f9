package io.segmenta.engine.columns;

import java.text.Normalizer;
import java.util.Locale;

/** Text made comparable: whoever typed it, and however accents are stored. */
final class Letters {
    /** Blanks and marks that no one sees, besides blanks, inside the brackets of a pattern of SQL. */
    static final String INVISIBLE =
            "\\x{a0}\\x{1680}\\x{2000}-\\x{200f}\\x{2028}-\\x{202f}\\x{205f}-\\x{2069}\\x{3000}\\x{feff}";

    /** Arabic, Persian and full-width, ten each from 0 to 9. */
    static final String DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９";

    private Letters() {}

    /** Lower case letters and digits, nothing else. */
    static String only(String text) {
        return folded(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Lower case, letters without their accents, and what stands between the words. */
    static String folded(String text) {
        String letters = text.replace("ß", "ss")
                .replace("°", "o")
                .replace("º", "o")
                .replace('ł', 'l')
                .replace('Ł', 'l')
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .replace('ø', 'o')
                .replace('Ø', 'o')
                .replace('ı', 'i')
                // stretches Arabic words for looks only
                .replace("ـ", "");
        return Normalizer.normalize(letters, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
