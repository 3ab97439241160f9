package io.segmenta.service.dataset;

import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user chose for the columns of a file, to be proposed for the next file with the same headers.
 */
public record ColumnChoice(ColumnMapping mapping, Currency currency) {
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
