package io.segmenta.engine.columns;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
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

    private final Map<String, State> whole = new HashMap<>();
    private final List<Phrase> phrases;

    private record Phrase(String text, State state) {}

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
                .sorted(Comparator.comparingInt((Phrase phrase) -> phrase.text.length())
                        .reversed()
                        .thenComparing(Phrase::text))
                .toList();
    }

    Optional<State> state(String value) {
        State exact = whole.get(Letters.only(value));
        if (exact != null) {
            return Optional.of(exact);
        }
        String text = phrase(value);
        return phrases.stream()
                .filter(phrase -> text.contains(phrase.text))
                .map(Phrase::state)
                .findFirst();
    }

    /** Its words between blanks; without blanks where the script has none. */
    private static String phrase(String value) {
        String words = Letters.folded(value).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return unspaced(words) ? words.replace(" ", "") : " " + words + " ";
    }

    private static boolean unspaced(String text) {
        return UNSPACED.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).find();
    }
}
