package io.segmenta.engine.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the file itself does not decide.
 *
 * @param words for people: what is open, with examples
 * @param option of the command line that answers it, to be copied
 * @param guess what is taken where nobody answers, as the option takes it
 */
public record Question(Topic topic, String words, String option, String guess) {
    /**
     * Of dates that read both ways.
     *
     * @param column its header
     * @param examples cells
     */
    public static Question dates(String column, List<String> examples, String guess) {
        return new Question(
                Topic.DATES,
                "Every date in \"" + column + "\" can be read both as day/month and as month/day, for example "
                        + String.join(", ", examples) + ".",
                "--date-format " + guess,
                guess);
    }

    /**
     * Of orders that are not paid: the likelier answer is that they count.
     *
     * @param states that say so in a column
     */
    static Question unpaid(String column, List<String> states, long rows, long all) {
        return states(
                "%,d of %,d rows are not paid by \"%s\" (%s). They count, since in a shop that delivers against cash most stay so.",
                column, states, rows, all, "--leave-out-state", "they count");
    }

    /** Of orders that look like no sales, and are many: the likelier answer is that they do not count. */
    static Question noSales(String column, List<String> states, long rows, long all) {
        return states(
                "%,d of %,d rows are no completed sales by \"%s\" (%s). They are left out.",
                column, states, rows, all, "--count-state", "they are left out");
    }

    private static Question states(
            String words, String column, List<String> states, long rows, long all, String option, String guess) {
        return new Question(
                Topic.STATES,
                String.format(Locale.ENGLISH, words, rows, all, column, String.join(", ", states)),
                states.stream()
                        .map(state -> option + " " + (state.matches("\\w+") ? state : "\"" + state + "\""))
                        .collect(Collectors.joining(" ")),
                guess);
    }

    /** What a question is about. */
    public enum Topic {
        CURRENCY,
        NUMBERS,
        DATES,
        /** Stops nobody: the guess is taken, and said. */
        STATES
    }
}
