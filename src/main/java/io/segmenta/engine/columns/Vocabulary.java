package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.Field;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What exports call the fields: one resource file {@code vocabulary-en.txt} a language, added to {@link #LANGUAGES}. Case, accents, blanks and
 * signs make no difference.
 */
public final class Vocabulary {
    /** From certain to vague. */
    enum Level {
        /** the header is a name of the field */
        NAME,
        /** the header is a word that often stands for the field, but not only for it */
        WORD,
        /** the header contains such a word, and none that misleads */
        PART
    }

    /** In the order in which they are asked for line totals. */
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private static final List<WordList> FILES = LANGUAGES.stream()
            .map(language -> WordList.read("vocabulary-" + language + ".txt", ","))
            .toList();

    private static final Map<Level, Map<Field, Set<String>>> HEADERS = new EnumMap<>(Level.class);
    private static final Set<String> MISLEADING =
            words("misleading").map(Vocabulary::normal).collect(Collectors.toUnmodifiableSet());

    static {
        for (Level level : Level.values()) {
            Map<Field, Set<String>> fields = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                fields.put(
                        field,
                        words(field.key() + "." + level.name().toLowerCase(Locale.ROOT))
                                .map(Vocabulary::normal)
                                .collect(Collectors.toUnmodifiableSet()));
            }
            HEADERS.put(level, fields);
        }
    }

    private Vocabulary() {}

    private static Stream<String> words(String key) {
        return FILES.stream().flatMap(file -> file.of(key).stream());
    }

    /** What exports call the money of a whole line, the surest first. */
    static List<String> lineTotals() {
        return words("lineTotal").toList();
    }

    /** Columns of the day that have the time beside them: pairs of their headers. */
    static List<List<String>> daysAndTimes() {
        return words("dayAndTime").map(pair -> List.of(pair.split(" \\+ "))).toList();
    }

    /** Lower case letters and digits, nothing else. */
    public static String normal(String header) {
        String folded = header.replace("ß", "ss").replace("°", "o").replace("º", "o");
        return Normalizer.normalize(folded, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static boolean names(Field field, Level level, String header) {
        String normal = normal(header);
        Set<String> words = HEADERS.getOrDefault(level, Map.of()).getOrDefault(field, Set.of());
        return level == Level.PART
                ? words.stream().anyMatch(normal::contains)
                        && MISLEADING.stream().noneMatch(normal::contains)
                : words.contains(normal);
    }
}
