package io.segmenta.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.reading.Beside;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.FakeDatasets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnChoiceTest {
    private static final Suggestion STATUS = new Suggestion(Certainty.FOUND, List.of("Channel"));

    private static ColumnChoice choice(Map<Field, String> changed, Field... unused) {
        Map<Field, String> headers = new EnumMap<>(Field.class);
        FakeDatasets.proposal(Map.of(), null)
                .suggestions()
                .forEach((field, suggestion) ->
                        headers.put(field, suggestion.candidates().getFirst()));
        headers.putAll(changed);
        List.of(unused).forEach(headers::remove);
        return new ColumnChoice(new ColumnMapping(headers, DateOrder.DAY_FIRST), Currency.getInstance("EUR"), null);
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

    /** A file whose column Channel tells states, of which two are no sales, and with guests. */
    private static Reading reading(Map<String, Long> states, List<String> leftOut, List<String> guests) {
        return new Reading(
                FakeDatasets.proposal(Map.of(Field.STATUS, STATUS), null),
                Reading.Grain.LINE,
                states,
                leftOut,
                guests,
                false,
                List.of("EUR", "USD"),
                Beside.NOTHING,
                null,
                null,
                List.of(),
                List.of());
    }

    private static ColumnChoice ruled(CleaningRules rules) {
        ColumnChoice choice = choice(Map.of(Field.STATUS, "Channel"));
        return new ColumnChoice(choice.mapping(), choice.currency(), rules)
                .after(
                        reading(Map.of("Done", 9L, "Cancelled", 3L, "On hold", 2L), List.of("Cancelled"), List.of("0")),
                        Optional.empty());
    }

    private static RowFilter without(Field field, String... values) {
        return new RowFilter(field, Mode.EXCEPT, List.of(values));
    }

    @Test
    void aStateThatWasChosenIsChosenAgainAndANewOneFollowsTheReader() {
        ColumnChoice first = ruled(CleaningRules.defaults()
                .with(Returns.NET)
                .during(LocalDate.of(2024, 1, 1), null)
                .with(List.of(without(Field.STATUS, "On hold"), without(Field.PRODUCT_ID, "POST"))));
        Reading next = reading(
                Map.of("done", 20L, "Cancelled", 5L, "Refunded", 4L, "Shipped", 1_200L),
                List.of("Cancelled", "Refunded"),
                List.of("0", "guest"));

        CleaningRules rules = Objects.requireNonNull(first.in(next).rules());
        // cancelled orders counted on purpose, and so did customer 0
        assertThat(rules.filters())
                .containsExactlyInAnyOrder(
                        without(Field.STATUS, "On hold", "Refunded"),
                        without(Field.PRODUCT_ID, "POST"),
                        without(Field.CUSTOMER_ID, "guest"));
        assertThat(rules.returns()).isEqualTo(Returns.NET);
        assertThat(rules.from()).isNull();
        assertThat(first.news(next))
                .containsExactlyInAnyOrder(
                        "\"Refunded\" (4 rows) stood in no earlier file of this shop; it is left out.",
                        "\"Shipped\" (1,200 rows) stood in no earlier file of this shop; it counts.");
        assertThat(first.after(next, Optional.of(first)).news(next)).isEmpty();
    }

    @Test
    void whatWasSeenBeforeStaysSeen() {
        ColumnChoice first = ruled(CleaningRules.defaults());
        Reading quiet = reading(Map.of("Done", 1L), List.of(), List.of());
        ColumnChoice second =
                new ColumnChoice(first.mapping(), first.currency(), first.rules()).after(quiet, Optional.of(first));
        assertThat(second.news(reading(Map.of("CANCELLED", 2L), List.of("CANCELLED"), List.of())))
                .isEmpty();
    }

    @Test
    void aCurrencyThatIsNotInTheFileIsNoChoiceForIt() {
        ColumnChoice choice = choice(Map.of(Field.CURRENCY, "Channel"));
        for (String currency : List.of("USD", "GBP")) {
            RowFilter only = new RowFilter(Field.CURRENCY, Mode.ONLY, List.of(currency));
            ColumnChoice chosen = new ColumnChoice(
                    choice.mapping(),
                    choice.currency(),
                    CleaningRules.defaults().with(List.of(only)));
            CleaningRules rules = Objects.requireNonNull(
                    chosen.in(reading(Map.of(), List.of(), List.of())).rules());
            assertThat(rules.filters()).isEqualTo(currency.equals("USD") ? List.of(only) : List.of());
        }
    }

    @Test
    void whereNothingWasChosenTheReaderDecides() {
        ColumnChoice columns = choice(Map.of(Field.STATUS, "Channel"));
        Reading next = reading(Map.of("Cancelled", 3L), List.of("Cancelled"), List.of());
        assertThat(columns.in(next)).isEqualTo(columns);
        assertThat(columns.news(next)).isEmpty();
    }
}
