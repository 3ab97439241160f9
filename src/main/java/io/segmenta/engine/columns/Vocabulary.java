package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What exports call the fields, the states of an order, nobody in particular and the row of sums: one resource file {@code vocabulary-en.txt} a
 * language, added to {@link #LANGUAGES}. Case, accents, blanks and signs make no difference.
 */
public final class Vocabulary {
    /** From certain to vague. */
    public enum Level {
        /** the header is a name of the column */
        NAME,
        /** the header is a word that often stands for the column, but not only for it */
        WORD,
        /** the header contains such a word, and none that misleads */
        PART
    }

    /** Columns that may be read beside those of {@link Field}, by the keys of their words. */
    public static final Set<String> ROLES = Set.of(
            "lineTotal",
            "orderTotal",
            "discount",
            "status",
            "currency",
            "tax",
            "shipping",
            "cost",
            "firstName",
            "lastName");

    /** In the order in which they are asked for line totals. */
    static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ru", "vi", "id", "ja", "ko", "zh", "zh-TW", "ar");

    private static final List<WordList> FILES = LANGUAGES.stream()
            .map(language -> WordList.read("vocabulary-" + language + ".txt", ","))
            .toList();

    private static final Map<String, Set<String>> HEADERS = new HashMap<>();
    private static final Set<String> MISLEADING = normals("misleading");
    private static final Set<String> GUESTS = normals("guest");
    private static final Set<String> TOTALS = normals("total");

    /** What few files need, read by the first that does. */
    private static final class States {
        static final StateWords WORDS = new StateWords(Vocabulary::words);
    }

    /** Names of columns in languages that write a decimal comma and in no other. */
    private static final class CommaHeaders {
        static final Set<String> ALL = commaHeaders();
    }

    static {
        for (Level level : Level.values()) {
            Stream.concat(Stream.of(Field.values()).map(Field::key), ROLES.stream())
                    .map(role -> key(role, level))
                    .forEach(key -> HEADERS.put(key, normals(key)));
        }
    }

    private Vocabulary() {}

    /** Reads the words, which the first that asks for one waits for otherwise. */
    public static void prepare() {
        state("");
    }

    private static Set<String> commaHeaders() {
        Map<Boolean, Set<String>> headers = FILES.stream()
                .collect(Collectors.partitioningBy(
                        file -> file.of("decimalMark").contains("comma"),
                        Collectors.flatMapping(Vocabulary::headers, Collectors.toSet())));
        Set<String> only = new HashSet<>(headers.getOrDefault(true, Set.of()));
        only.removeAll(headers.getOrDefault(false, Set.of()));
        return only;
    }

    private static Stream<String> headers(WordList file) {
        return file.values().entrySet().stream()
                .filter(entry ->
                        entry.getKey().endsWith(".name") || entry.getKey().endsWith(".word"))
                .flatMap(entry -> entry.getValue().stream())
                .map(Vocabulary::normal);
    }

    private static Stream<String> words(String key) {
        return FILES.stream().flatMap(file -> file.of(key).stream());
    }

    private static Set<String> normals(String key) {
        return words(key).map(Vocabulary::normal).collect(Collectors.toUnmodifiableSet());
    }

    private static String key(String role, Level level) {
        return role + "." + level.name().toLowerCase(Locale.ROOT);
    }

    /** Columns of the day that have the time beside them: pairs of their headers. */
    public static List<List<String>> daysAndTimes() {
        return words("dayAndTime").map(pair -> List.of(pair.split(" \\+ "))).toList();
    }

    /** Lower case letters and digits, nothing else; letters without their accents, however those are stored. */
    public static String normal(String header) {
        return Letters.only(header);
    }

    /** Lower case without accents, with what stands between the words. */
    public static String folded(String text) {
        return Letters.folded(text);
    }

    /** Whether a header may be that of a field. */
    public static boolean names(Field field, Level level, String header) {
        return names(field.key(), level, header);
    }

    /**
     * Whether a header may be that of a column.
     *
     * @param role the key of a {@link Field} or one of {@link #ROLES}; of tax, shipping and cost only names are listed
     * @throws IllegalArgumentException where there is no such role
     */
    public static boolean names(String role, Level level, String header) {
        Set<String> words = HEADERS.get(key(role, level));
        if (words == null) {
            throw new IllegalArgumentException("No column is called by the key " + role + ".");
        }
        String normal = normal(header);
        return level == Level.PART
                ? words.stream().anyMatch(word -> normal.contains(word) && !misled(normal, word))
                : words.contains(normal);
    }

    /** What the word itself says does not mislead: the status in an order status. */
    private static boolean misled(String normal, String word) {
        return MISLEADING.stream().anyMatch(other -> normal.contains(other) && !word.contains(other));
    }

    /**
     * What a cell of a status or event column says about its row.
     *
     * @return empty where the value is not known, "open" and "closed" among others, which mean different things in different shops
     */
    public static Optional<State> state(String value) {
        return States.WORDS.state(value);
    }

    /** Whether the headers are of a language that writes a comma before the decimals: one word alone may be a loan. */
    static boolean writesDecimalComma(List<String> headers) {
        return headers.stream()
                        .map(Vocabulary::normal)
                        .filter(CommaHeaders.ALL::contains)
                        .count()
                > 1;
    }

    /** Whether a customer's name or id stands for nobody in particular. Numbers such as 0 are not: they may be somebody's. */
    public static boolean isGuest(String customer) {
        return GUESTS.contains(normal(customer));
    }

    /** Whether a cell is what a row of sums begins with, whatever numbers stand beside the word: "Total", "Total: 40 €". */
    public static boolean isTotal(String cell) {
        return TOTALS.contains(normal(cell.replaceAll("[\\p{N}\\p{Sc}]", "")));
    }
}
