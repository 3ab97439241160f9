package io.segmenta.service.dataset;

import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a user chose for the columns and rows of a file, to be proposed for the next file with the same headers.
 *
 * @param rules which rows count, for whatever period; null where nothing was chosen, as in documents of earlier versions
 * @param seen states and guests that stood in the files of this shop, in small letters: what is among them and not left out counts
 *     because somebody saw it; null in documents of earlier versions
 */
public record ColumnChoice(
        ColumnMapping mapping,
        Currency currency,
        @Nullable CleaningRules rules,
        @Nullable Map<Field, Set<String>> seen) {
    /** Fields of which the reader itself leaves some values out. */
    private static final List<Field> JUDGED = List.of(Field.STATUS, Field.CUSTOMER_ID);

    public ColumnChoice {
        rules = rules == null ? null : rules.during(null, null);
        Map<Field, Set<String>> copy = new EnumMap<>(Field.class);
        if (seen != null) {
            seen.forEach((field, values) -> copy.put(field, Collections.unmodifiableSet(new TreeSet<>(values))));
        }
        seen = Collections.unmodifiableMap(copy);
    }

    /** Of a file of which nothing is known yet. */
    public ColumnChoice(ColumnMapping mapping, Currency currency, @Nullable CleaningRules rules) {
        this(mapping, currency, rules, null);
    }

    /** The same after these files too have been seen. */
    ColumnChoice after(Reading reading, Optional<ColumnChoice> earlier) {
        Map<Field, Set<String>> all = new EnumMap<>(Field.class);
        for (Field field : JUDGED) {
            Set<String> values = new TreeSet<>(seen(field));
            earlier.ifPresent(choice -> values.addAll(choice.seen(field)));
            if (isRead(field, reading)) {
                present(field, reading).forEach(value -> values.add(small(value)));
            }
            all.put(field, values);
        }
        return new ColumnChoice(mapping, currency, rules, all);
    }

    /** The same choice for a file: what stands in it and was never seen before follows the reader's own judgement. */
    ColumnChoice in(Reading reading) {
        if (rules == null) {
            return this;
        }
        List<RowFilter> filters = new ArrayList<>();
        for (RowFilter filter : rules.filters()) {
            boolean empty = filter.field() == Field.CURRENCY
                    && !reading.currencies().isEmpty()
                    && filter.values().stream().noneMatch(reading.currencies()::contains);
            if (mapping.header(filter.field()).isPresent() && !empty) {
                filters.add(filter);
            }
        }
        CleaningRules kept = new CleaningRules(
                rules.active(),
                rules.returns(),
                null,
                null,
                filters,
                filters.stream().anyMatch(filter -> filter.field() == Field.CURRENCY) ? rules.rates() : Map.of());
        for (Field field : JUDGED) {
            List<String> fresh = judged(field, reading).stream()
                    .filter(value -> isNew(field, value))
                    .toList();
            if (isRead(field, reading) && !fresh.isEmpty()) {
                List<String> out = new ArrayList<>(
                        kept.filter(field, Mode.EXCEPT).map(RowFilter::values).orElse(List.of()));
                out.addAll(fresh);
                kept = kept.with(List.of(new RowFilter(field, Mode.EXCEPT, out)));
            }
        }
        return new ColumnChoice(mapping, currency, kept, seen);
    }

    /** Sentences on the states of a file that were in none before it, and what becomes of each. */
    List<String> news(Reading reading) {
        if (rules == null || !isRead(Field.STATUS, reading)) {
            return List.of();
        }
        return reading.states().entrySet().stream()
                .filter(state -> isNew(Field.STATUS, state.getKey()))
                .map(state -> String.format(
                        Locale.ENGLISH,
                        "\"%s\" (%,d rows) stood in no earlier file of this shop; it %s.",
                        state.getKey(),
                        state.getValue(),
                        reading.leftOut().contains(state.getKey()) ? "is left out" : "counts"))
                .toList();
    }

    private boolean isNew(Field field, String value) {
        return !seen(field).contains(small(value));
    }

    private Set<String> seen(Field field) {
        return seen == null ? Set.of() : seen.getOrDefault(field, Set.of());
    }

    /** Whether the reader looked at the column that was chosen. */
    private boolean isRead(Field field, Reading reading) {
        Suggestion read = reading.proposal().suggestions().get(field);
        Optional<String> chosen = mapping.header(field);
        return chosen.isPresent() && read != null && read.header().equals(chosen);
    }

    private static Collection<String> present(Field field, Reading reading) {
        return field == Field.STATUS ? reading.states().keySet() : reading.guests();
    }

    private static List<String> judged(Field field, Reading reading) {
        return field == Field.STATUS ? reading.leftOut() : reading.guests();
    }

    private static String small(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The proposal with what was chosen in the place of what the mapper thought, where they differ or the mapper had only guessed. The order
     * of dates that the file itself decides stands: another file may be written another way.
     *
     * @param headers of the file the proposal is for
     */
    MappingProposal over(MappingProposal proposal, List<String> headers) {
        Map<Field, Suggestion> suggestions = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Suggestion suggested = proposal.suggestions().get(field);
            Optional<String> chosen = mapping.header(field);
            boolean known = suggested != null
                    && suggested.certainty() == Certainty.FOUND
                    && suggested.header().equals(chosen);
            suggestions.put(field, known ? suggested : remembered(chosen));
        }
        return new MappingProposal(
                proposal.system(),
                suggestions,
                headers.stream()
                        .filter(header -> !mapping.headers().containsValue(header))
                        .toList(),
                proposal.dateOrder() == null ? mapping.dateOrder() : proposal.dateOrder());
    }

    private static Suggestion remembered(Optional<String> chosen) {
        return new Suggestion(
                chosen.isPresent() ? Certainty.REMEMBERED : Certainty.MISSING,
                chosen.stream().toList());
    }
}
