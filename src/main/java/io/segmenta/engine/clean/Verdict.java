package io.segmenta.engine.clean;

import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a file, in sentences whose numbers were counted: what counts first, then what does not, and why.
 *
 * @param sentences none where nothing counts
 */
public record Verdict(List<Sentence> sentences) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    public Verdict {
        sentences = List.copyOf(sentences);
    }

    /** @param rule that it tells of; null where there is none that can be switched */
    public record Sentence(String words, @Nullable DropReason rule) {}

    /** @param report of the rows cleaned by the rules with the mapping */
    public static Verdict of(Reading reading, ColumnMapping mapping, CleaningRules rules, QualityReport report) {
        List<Sentence> sentences = new ArrayList<>();
        LocalDate first = report.firstDay();
        LocalDate last = report.lastDay();
        if (first == null || last == null) {
            return new Verdict(sentences);
        }
        sentences.add(new Sentence(
                String.format(
                        Locale.ENGLISH,
                        "%,d orders by %,d customers from %s to %s: %,.2f in all.%s",
                        report.orders(),
                        report.customers(),
                        DAY.format(first),
                        DAY.format(last),
                        report.revenue(),
                        order(mapping)),
                null));
        leftOut(rules, report)
                .forEach((reason, words) -> sentences.add(
                        new Sentence(words, reason.isRule() && reason != DropReason.UNREADABLE ? reason : null)));
        if (reading.rowsRepeat() && rules.has(DropReason.DUPLICATE)) {
            sentences.add(new Sentence(
                    "Equal rows count once, as the documented recipe of "
                            + reading.proposal().system() + " has it.",
                    DropReason.DUPLICATE));
        }
        return new Verdict(sentences);
    }

    /** The sentences alone. */
    public List<String> words() {
        return sentences.stream().map(Sentence::words).toList();
    }

    private static Map<DropReason, String> leftOut(CleaningRules rules, QualityReport report) {
        Map<DropReason, String> sentences = new EnumMap<>(DropReason.class);
        report.dropped().forEach((reason, dropped) -> {
            if (dropped.rows() > 0) {
                sentences.put(
                        reason,
                        String.format(
                                Locale.ENGLISH,
                                "Left out: %,d of %,d rows (%,.2f): %s.",
                                dropped.rows(),
                                report.rowsRead(),
                                dropped.money(),
                                why(reason, rules)));
            }
        });
        return sentences;
    }

    private static String order(ColumnMapping mapping) {
        return mapping.header(Field.INVOICE_ID).isPresent()
                ? ""
                : " No column numbers the orders: what a customer bought at one time is one order.";
    }

    private static String why(DropReason reason, CleaningRules rules) {
        return switch (reason) {
            case STATE ->
                "not a completed sale ("
                        + rules.filter(Field.STATUS, RowFilter.Mode.EXCEPT)
                                .map(filter -> String.join(", ", filter.values()))
                                .orElse("")
                        + ")";
            case RETURN ->
                rules.returns() == CleaningRules.Returns.NET
                        ? "returns, subtracted from what the customer spent"
                        : "returns, left out; the purchases stay";
            case UNREADABLE -> "no readable date or amount";
            case OUTSIDE_PERIOD -> "outside the chosen period";
            case FILTERED -> "filtered out";
            case OVERLAP -> "orders that stand in the file twice";
            case DUPLICATE -> "equal to an earlier row in every column";
            case MISSING_CUSTOMER -> "no customer";
            case MISSING_DESCRIPTION -> "no description";
            case ZERO_QUANTITY -> "quantity 0";
            case NEGATIVE_PRICE -> "a price below 0";
        };
    }
}
