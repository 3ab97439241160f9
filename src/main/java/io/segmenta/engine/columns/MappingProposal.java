package io.segmenta.engine.columns;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.ColumnName;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the mapper makes of a file's headers.
 *
 * @param system the known origin whose signature the headers have, for example "UCI Online Retail", or null
 * @param suggestions one per field, in the order of {@link Field}
 * @param ignored headers that serve no field
 * @param dateOrder decided from the whole date column, or null where both day/month and month/day fit or there are no dates
 */
public record MappingProposal(
        @Nullable String system,
        Map<Field, Suggestion> suggestions,
        List<String> ignored,
        @Nullable DateOrder dateOrder) {

    /**
     * The proposal as it is.
     *
     * @throws UserFacingException where a column or the order of the dates is for the user to choose
     */
    public ColumnMapping mapping() {
        if (dateOrder == null) {
            throw new UserFacingException(
                    "The dates of the file can be read both as day/month and as month/day. Say which.");
        }
        Map<Field, String> headers = new EnumMap<>(Field.class);
        suggestions.forEach((field, suggestion) -> suggestion.header().ifPresent(header -> headers.put(field, header)));
        return new ColumnMapping(headers, dateOrder);
    }

    /** How sure the mapper is of a field. */
    public enum Certainty {
        /** a known header of this field */
        FOUND,
        /** what the user chose the last time a file had these headers */
        REMEMBERED,
        /** looks like it */
        GUESSED,
        /** several candidates: the user must choose */
        AMBIGUOUS,
        MISSING
    }

    /** @param candidates headers that may hold the field, best first; exactly one where FOUND, REMEMBERED or GUESSED, none where MISSING */
    public record Suggestion(Certainty certainty, List<String> candidates) {
        /** The one header that is proposed; none where the user must choose. */
        public Optional<String> header() {
            return certainty == Certainty.AMBIGUOUS
                    ? Optional.empty()
                    : candidates.stream().findFirst();
        }
    }

    /** Whether a file has no names for its columns; what was derived from them stands behind and has one. */
    public static boolean nameless(List<String> headers) {
        List<String> own = headers.stream()
                .filter(header -> new ColumnName(header, headers).derived().isEmpty())
                .toList();
        return !own.isEmpty() && own.equals(Headers.numbered(own.size()));
    }
}
