package io.segmenta.web.exports;

import java.util.Locale;

/** What a file is called in the user's folder of downloads. */
final class FileName {
    private FileName() {}

    /** "spring-campaign-customers.csv": files of several runs and campaigns stay apart in one folder. */
    static String of(String named, String file) {
        String words = named.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return words.isEmpty() ? file : words + "-" + file;
    }
}
