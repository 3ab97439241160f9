package io.segmenta.engine.reading;

import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.transactions.DecimalMark;
import io.segmenta.engine.transactions.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file was found to say, from its values.
 *
 * @param proposal which column is which field
 * @param grain what a row is
 * @param states rows by state, the most frequent first; none where no column says what became of an order
 * @param leftOut states that are no sales
 * @param guests what stands in the place of a customer where it was nobody in particular
 * @param rowsRepeat whether rows that are equal in every column are dropped, as the documented rule of the system asks; elsewhere they are
 *     sales of the same thing, and only orders that come twice are dropped
 * @param currencies codes, the most frequent first; more than one where the money cannot be added as it is
 * @param beside what the money can be held against
 * @param decimals how numbers are written, where only quantity, price and total together tell; else the columns themselves do
 * @param summary that the rows are no purchases but sum customers up, and what to bring instead; null where they are purchases
 * @param says what was found out
 * @param questions what is open
 */
public record Reading(
        MappingProposal proposal,
        Grain grain,
        Map<String, Long> states,
        List<String> leftOut,
        List<String> guests,
        boolean rowsRepeat,
        List<String> currencies,
        Beside beside,
        @Nullable DecimalMark decimals,
        @Nullable String summary,
        List<Finding> says,
        List<Question> questions) {
    /**
     * A sentence with checked numbers.
     *
     * @param about whose column it speaks of: with another column it does not hold
     */
    public record Finding(Field about, String words) {}

    /** What a row of the file is. */
    public enum Grain {
        LINE("order line"),
        ORDER("order"),
        PAYMENT("payment"),
        /** one thing that somebody did, of which only purchases count */
        EVENT("event"),
        SUMMARY("summary of a customer");

        private final String label;

        Grain(String label) {
            this.label = label;
        }

        /** For people. */
        public String label() {
            return label;
        }
    }

    /** The question about something, where it is open. */
    public Optional<Question> question(Question.Topic topic) {
        return questions.stream().filter(question -> question.topic() == topic).findFirst();
    }

    public Reading {
        leftOut = List.copyOf(leftOut);
        guests = List.copyOf(guests);
        currencies = List.copyOf(currencies);
        says = List.copyOf(says);
        questions = List.copyOf(questions);
    }
}
