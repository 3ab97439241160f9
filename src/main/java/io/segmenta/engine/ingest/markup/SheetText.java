package io.segmenta.engine.ingest.markup;

import org.jspecify.annotations.Nullable;

/** How the values of typed cells are written as text. */
final class SheetText {
    private SheetText() {}

    /** 2024-01-05T08:10:00.000 is 2024-01-05 08:10:00, and a day where there is no time. */
    static String instant(String iso) {
        String text = iso.replace('T', ' ').replaceFirst("\\.\\d+$", "");
        return text.endsWith(" 00:00:00") ? text.substring(0, text.length() - " 00:00:00".length()) : text;
    }

    /** A number of rows or columns; what is no number, or below 1, is the usual one. */
    static int count(@Nullable String text, int usual) {
        try {
            return text == null ? usual : Math.max(1, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return usual;
        }
    }
}
