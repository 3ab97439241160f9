package io.segmenta.engine.segment;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** How numbers stand in sentences. */
final class Wording {
    private Wording() {}

    /** With at most this many decimals and commas between thousands. */
    static String number(double value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(decimals);
        String text = format.format(value);
        return text.equals("-0") ? "0" : text;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, Math.abs(share) < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    static String customers(int count) {
        return count == 1 ? "1 customer" : number(count, 0) + " customers";
    }

    /** "a", "a and b", "a, b and c" */
    static String list(List<String> texts) {
        int last = texts.size() - 1;
        return last < 1
                ? String.join("", texts)
                : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
    }
}
