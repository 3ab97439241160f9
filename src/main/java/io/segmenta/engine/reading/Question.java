package io.segmenta.engine.reading;

import java.util.List;

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

    /** What a question is about. */
    public enum Topic {
        CURRENCY,
        NUMBERS,
        DATES
    }
}
