package io.segmenta.engine.columns;

import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which header is which field: by the signature of a known system, else header by header from the names that exports use for it,
 * else from the words in a header. What stays open is left to the user.
 */
public final class ColumnMapper {
    private ColumnMapper() {}

    /**
     * Decides the order of day and month from all dates of the column that holds or may hold them. Reads that column once; the headers decide
     * the rest.
     */
    public static MappingProposal propose(TransactionStore store) {
        List<String> headers = store.headers();
        MappingProposal byHeaders = propose(headers);
        Suggestion dates = byHeaders.suggestions().get(Field.TIMESTAMP);
        DateOrder order = dates == null || dates.candidates().isEmpty()
                ? null
                : DateOrders.of(store, dates.candidates().getFirst()).decided().orElse(null);
        return new MappingProposal(byHeaders.system(), byHeaders.suggestions(), byHeaders.ignored(), order);
    }

    /**
     * How the dates of any column are written and in which orders they can be read.
     *
     * @param today of the reader; see {@link ShortYears}
     * @throws io.segmenta.engine.base.UserFacingException where there is no such column
     */
    public static DateColumn dates(TransactionStore store, String header, LocalDate today) {
        return DateOrders.decide(store, header, today);
    }

    /**
     * How the instants of one column are read.
     *
     * @param column SQL of a text column
     * @param today of the reader; see {@link ShortYears}
     */
    public static InstantFormat instants(TransactionStore store, String column, DateOrder order, LocalDate today) {
        // where the year stands first it has four digits
        ShortYears years = order == DateOrder.YEAR_FIRST ? ShortYears.of(today) : ShortYears.of(store, column, today);
        DateOrders votes = DateOrders.ofNumbers(store, column);
        boolean swapped = order != DateOrder.YEAR_FIRST && votes.swapped();
        InstantFormat format = new InstantFormat(order, years, swapped, DateSpan.ANY, votes.plain());
        return new InstantFormat(order, years, swapped, DateSpan.of(votes.rows(format), today), votes.plain());
    }

    /** The columns of the known system whose export has these headers; none where it is not known. */
    public static Map<Field, String> system(List<String> headers) {
        return known(headers).map(system -> system.columns(headers)).orElse(Map.of());
    }

    private static Optional<SourceSystem> known(List<String> headers) {
        return SourceSystem.all().stream()
                .filter(system -> system.matches(headers))
                .findFirst();
    }

    /** States that are no sales in the system that the headers are of, in small letters; none where it is not known. */
    public static List<String> noSales(List<String> headers) {
        return known(headers).map(SourceSystem::noSales).orElse(List.of());
    }

    /** From the headers alone: the order of dates is open. */
    public static MappingProposal propose(List<String> headers) {
        Optional<SourceSystem> system = known(headers);
        Map<Field, Suggestion> suggestions = new EnumMap<>(Field.class);
        system.ifPresent(s -> s.columns(headers)
                .forEach((field, header) -> suggestions.put(field, new Suggestion(Certainty.FOUND, List.of(header)))));
        Set<String> taken = new HashSet<>();
        suggestions.values().forEach(s -> taken.addAll(s.candidates()));
        for (Vocabulary.Level level : Vocabulary.Level.values()) {
            for (Field field : Field.values()) {
                if (!suggestions.containsKey(field)) {
                    Suggestion suggestion = suggest(field, level, headers, h -> !taken.contains(h));
                    if (suggestion != null) {
                        suggestions.put(field, suggestion);
                        // a word such as amount may stand for a price and for a total: one of them is enough to ask
                        if (suggestion.certainty() != Certainty.AMBIGUOUS) {
                            taken.addAll(suggestion.candidates());
                        }
                    }
                }
            }
        }
        takeDescriptionForProduct(suggestions);
        for (Field field : Field.values()) {
            suggestions.putIfAbsent(field, new Suggestion(Certainty.MISSING, List.of()));
        }
        Set<String> used = new HashSet<>();
        suggestions.values().forEach(s -> used.addAll(s.candidates()));
        List<String> ignored = headers.stream().filter(h -> !used.contains(h)).toList();
        return new MappingProposal(system.map(SourceSystem::label).orElse(null), suggestions, ignored, null);
    }

    private static @Nullable Suggestion suggest(
            Field field, Vocabulary.Level level, List<String> headers, Predicate<String> free) {
        List<String> candidates = new ArrayList<>();
        for (String header : headers) {
            if (free.test(header) && Vocabulary.names(field, level, header)) {
                candidates.add(header);
            }
        }
        if (candidates.isEmpty()) {
            return null;
        }
        if (candidates.size() > 1) {
            return new Suggestion(Certainty.AMBIGUOUS, candidates);
        }
        return new Suggestion(level == Vocabulary.Level.NAME ? Certainty.FOUND : Certainty.GUESSED, candidates);
    }

    /** A shop without article numbers tells its products apart by what they are called. */
    private static void takeDescriptionForProduct(Map<Field, Suggestion> suggestions) {
        Suggestion description = suggestions.get(Field.DESCRIPTION);
        if (description != null
                && !suggestions.containsKey(Field.PRODUCT_ID)
                && description.candidates().size() == 1) {
            suggestions.put(Field.PRODUCT_ID, new Suggestion(Certainty.GUESSED, description.candidates()));
            suggestions.remove(Field.DESCRIPTION);
        }
    }
}
