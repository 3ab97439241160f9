package io.segmenta.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.FakeDatasets;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnChoiceTest {
    private static ColumnChoice choice(Map<Field, String> changed, Field... unused) {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        FakeDatasets.proposal(Map.of(), null)
                .suggestions()
                .forEach((field, suggestion) ->
                        headers.put(field, suggestion.candidates().getFirst()));
        headers.putAll(changed);
        List.of(unused).forEach(headers::remove);
        return new ColumnChoice(new ColumnMapping(headers, DateOrder.DAY_FIRST), Currency.getInstance("EUR"));
    }

    private static MappingProposal over(
            ColumnChoice choice, Map<Field, Suggestion> proposed, @Nullable DateOrder order) {
        return choice.over(FakeDatasets.proposal(proposed, order), FakeDatasets.HEADERS);
    }

    @Test
    void whatWasChosenIsRememberedAndWhatIsKnownAnywayStaysFound() {
        MappingProposal proposal = over(choice(Map.of(Field.CUSTOMER_ID, "Channel")), Map.of(), null);
        assertThat(proposal.suggestions())
                .containsEntry(Field.CUSTOMER_ID, new Suggestion(Certainty.REMEMBERED, List.of("Channel")));
        assertThat(proposal.suggestions())
                .containsEntry(Field.INVOICE_ID, new Suggestion(Certainty.FOUND, List.of("InvoiceNo")));
        assertThat(proposal.ignored()).containsExactly("CustomerID");
    }

    @Test
    void whatWasGuessedAndThenConfirmedIsRemembered() {
        MappingProposal proposal = over(
                choice(Map.of()),
                Map.of(Field.PRODUCT_ID, new Suggestion(Certainty.GUESSED, List.of("StockCode"))),
                null);
        assertThat(proposal.suggestions())
                .containsEntry(Field.PRODUCT_ID, new Suggestion(Certainty.REMEMBERED, List.of("StockCode")));
    }

    @Test
    void whatWasAmbiguousIsDecided() {
        MappingProposal proposal = over(
                choice(Map.of()),
                Map.of(Field.CUSTOMER_ID, new Suggestion(Certainty.AMBIGUOUS, List.of("Channel", "CustomerID"))),
                null);
        assertThat(proposal.suggestions())
                .containsEntry(Field.CUSTOMER_ID, new Suggestion(Certainty.REMEMBERED, List.of("CustomerID")));
    }

    @Test
    void whatWasNotUsedIsNotProposedAgain() {
        MappingProposal proposal = over(choice(Map.of(), Field.COUNTRY), Map.of(), null);
        assertThat(proposal.suggestions()).containsEntry(Field.COUNTRY, new Suggestion(Certainty.MISSING, List.of()));
        assertThat(proposal.ignored()).containsExactly("Country", "Channel");
    }

    @Test
    void theOrderOfDatesIsRememberedOnlyWhereTheFileLeavesItOpen() {
        assertThat(over(choice(Map.of()), Map.of(), null).dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(over(choice(Map.of()), Map.of(), DateOrder.MONTH_FIRST).dateOrder())
                .isEqualTo(DateOrder.MONTH_FIRST);
    }
}
