package io.segmenta.engine.reading;

import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.DateSpan;
import io.segmenta.engine.columns.InstantFormat;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the dates of a column are read: what was mended or left out is told, and what nothing decides is asked.
 *
 * @param order of day and month; empty where they can be read both ways or the column holds no dates
 */
record DateReading(Optional<DateOrder> order, List<String> says, List<Question> questions) {
    private static final int EXAMPLES = 3;

    DateReading {
        says = List.copyOf(says);
        questions = List.copyOf(questions);
    }

    /** @param facts of all columns, which may tell where the shop is */
    static DateReading of(TransactionStore store, List<ColumnFacts> facts, ColumnFacts column, LocalDate today) {
        DateColumn dates = ColumnMapper.dates(store, column.header(), today);
        Optional<DateOrder> order = dates.decided();
        if (dates.ambiguous()) {
            boolean american = facts.stream().anyMatch(other -> isAmerican(store, other));
            String guess = american ? InstantFormat.MONTH_FIRST : InstantFormat.DAY_FIRST;
            return new DateReading(order, List.of(), List.of(Question.dates(column.header(), dates.examples(), guess)));
        }
        List<String> says = new ArrayList<>();
        if (order.isPresent()) {
            InstantFormat format = ColumnMapper.instants(store, column.column(), order.get(), today);
            if (format.swapped()) {
                says.add(
                        "In \"" + column.header()
                                + "\" a spreadsheet has taken days for months up to the twelfth of each month; these dates are put right.");
            }
            if (format.span().strayRows() > 0) {
                says.add(strays(column.header(), format.span(), today));
            }
        }
        return new DateReading(order, says, List.of());
    }

    private static String strays(String header, DateSpan span, LocalDate today) {
        String days = span.strays().keySet().stream()
                .limit(EXAMPLES)
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ENGLISH,
                "%,d %s left out, since the date in \"%s\" is in the future or far from all others (%s%s): recency counts from the last day%s.",
                span.strayRows(),
                span.strayRows() == 1 ? "row is" : "rows are",
                header,
                days,
                span.strays().size() > EXAMPLES ? ", …" : "",
                span.last().isBefore(today) ? ", " + span.last() : " of the others");
    }

    /** Dollars that are of the United States for all one knows, or that country by its name. */
    private static boolean isAmerican(TransactionStore store, ColumnFacts column) {
        return column.filled() > 0
                && store.number("SELECT count(*) FROM " + ColumnFacts.SOME + " WHERE regexp_matches(trim("
                                + column.column()
                                + "), '^(-?\\$ ?\\d.*|USD|US|USA|United States.*)$')")
                        > column.filled() / 2;
    }
}
