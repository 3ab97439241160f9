package io.segmenta.engine.columns;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the state of an order from the value of a cell: the whole value first; else the longest of the known phrases that stands in it, so that
 * "not paid" goes before "paid" and "Shipped - Returned to Seller" is a return. Events are told by the whole value only: an order may be under
 * review without being a view.
 */
final class StateWords {
    /** Scripts that put no blanks between words. */
    private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

    /** Less of such a script stands in too many words. */
    private static final int UNSPACED_LENGTH = 2;

    private static final Comparator<Phrase> LONGEST_FIRST = Comparator.comparingInt(
                    (Phrase phrase) -> phrase.text.length())
            .reversed()
            .thenComparing(Phrase::text);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, State> whole = new HashMap<>();
    /** By their first word; the empty word has those without blanks. */
    private final Map<String, List<Phrase>> phrases;

    private record Phrase(String text, State state) {
        String firstWord() {
            return text.startsWith(" ") ? text.substring(1, text.indexOf(' ', 1)) : "";
        }
    }

    /**
     * @param words by the key of a state
     * @throws IllegalStateException where a word stands for two states
     */
    StateWords(Function<String, Stream<String>> words) {
        Stream.Builder<Phrase> all = Stream.builder();
        for (State state : State.values()) {
            for (String word : words.apply(state.key()).toList()) {
                State other = whole.putIfAbsent(Letters.only(word), state);
                if (other != null && other != state) {
                    throw new IllegalStateException("\"" + word + "\" stands for " + other + " and " + state + ".");
                }
                if (!state.event()) {
                    all.add(new Phrase(phrase(word), state));
                }
            }
        }
        phrases = all.build()
                .filter(phrase -> !unspaced(phrase.text) || phrase.text.length() >= UNSPACED_LENGTH)
                .distinct()
                .collect(Collectors.groupingBy(Phrase::firstWord));
    }

    Optional<State> state(String value) {
        State exact = whole.get(Letters.only(value));
        if (exact != null) {
            return Optional.of(exact);
        }
        String text = phrase(value);
        return Stream.concat(Stream.of(text.strip().split(" ")), Stream.of(""))
                .flatMap(word -> phrases.getOrDefault(word, List.of()).stream())
                .filter(phrase -> text.contains(phrase.text))
                .min(LONGEST_FIRST)
                .map(Phrase::state);
    }

    /** Its words between blanks; without blanks where the script has none. */
    private static String phrase(String value) {
        String words =
                BETWEEN_WORDS.matcher(Letters.folded(value)).replaceAll(" ").strip();
        return unspaced(words) ? words.replace(" ", "") : " " + words + " ";
    }

    private static boolean unspaced(String text) {
        return !Letters.isAscii(text)
                && UNSPACED.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                        .find();
    }
}
