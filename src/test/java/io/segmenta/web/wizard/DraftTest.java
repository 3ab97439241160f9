package io.segmenta.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Fingerprint DATASET = new Fingerprint("ab".repeat(32));

    @Test
    void everyChoiceSurvivesTheUrl() {
        Setup setup = SetupTest.unusual();
        CleaningRules rules = new CleaningRules(
                EnumSet.of(DropReason.RETURN, DropReason.DUPLICATE),
                Returns.NET,
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 30),
                List.of(
                        new RowFilter(Field.COUNTRY, RowFilter.Mode.ONLY, List.of("United Kingdom", "Côte d’Ivoire")),
                        new RowFilter(Field.PRODUCT_ID, RowFilter.Mode.EXCEPT, List.of("*mug, red | big*")),
                        new RowFilter(Field.STATUS, RowFilter.Mode.EXCEPT, List.of("paid / cancelled", "draft")),
                        new RowFilter(Field.CURRENCY, RowFilter.Mode.ONLY, List.of("GBP"))));
        Draft draft = setup.in(complete().withRules(rules).withCurrency(Currency.getInstance("GBP")));

        Draft again = Draft.of(QueryParameters.fromString(draft.query().getQueryString()));

        assertThat(again).isEqualTo(draft);
        assertThat(again.dataset()).contains(DATASET);
        assertThat(again.mapping().orElseThrow().header(Field.UNIT_PRICE)).contains("Price, net (£)");
        assertThat(again.mapping().orElseThrow().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(again.mapping().orElseThrow().header(Field.CURRENCY)).contains("Currency");
        assertThat(again.rules()).isEqualTo(rules);
        assertThat(again.currency()).contains(Currency.getInstance("GBP"));
        assertThat(Setup.of(again, SetupTest.usual("unused"))).isEqualTo(setup);
    }

    @Test
    void aLongListIsPackedAndAMarkOfItsOwnStays() {
        List<String> products =
                IntStream.range(0, 2000).mapToObj(i -> "Artikel Ü" + 37 * i).toList();
        CleaningRules rules = CleaningRules.defaults()
                .with(List.of(
                        new RowFilter(Field.PRODUCT_ID, RowFilter.Mode.EXCEPT, products),
                        new RowFilter(Field.COUNTRY, RowFilter.Mode.ONLY, List.of("~France"))));
        Draft draft = complete().withRules(rules);

        assertThat(draft.query().getQueryString()).hasSizeLessThan(12_000);
        assertThat(Draft.of(QueryParameters.fromString(draft.query().getQueryString()))
                        .rules())
                .isEqualTo(rules);
    }

    @Test
    void aListThatWasCutOffCountsAsNotChosen() {
        String packed = PackedText.write("product\n".repeat(1000));

        for (String wrong :
                List.of("~", "~?", packed.substring(0, packed.length() / 2), PackedText.write(" ".repeat(5_000_000)))) {
            assertThat(new Draft(Map.of("except-productId", wrong)).rules()).isEqualTo(CleaningRules.defaults());
        }
    }

    @Test
    void nonsenseCountsAsNotChosen() {
        Draft draft = new Draft(Map.of(
                "dataset", "not a fingerprint",
                "dates", "backwards",
                "currency", "shells",
                "returns", "maybe",
                "without", "nothing-known",
                "segments", "many",
                "features", "taste",
                "scaler", "huge"));

        assertThat(draft.dataset()).isEmpty();
        assertThat(draft.dateOrder()).isEmpty();
        assertThat(draft.currency()).isEmpty();
        assertThat(draft.rules()).isEqualTo(CleaningRules.defaults());
        assertThat(Setup.of(draft, SetupTest.usual("Name"))).isEqualTo(SetupTest.usual("Name"));
    }

    @Test
    void theMappingIsEmptyUntilEveryRequiredFieldHasItsOwnColumn() {
        assertThat(complete().mapping()).isPresent();
        assertThat(complete().withDateOrder(null).mapping()).isEmpty();
        assertThat(complete().withHeader(Field.TIMESTAMP, null).mapping()).isEmpty();
        assertThat(complete().withHeader(Field.QUANTITY, null).mapping()).isPresent();
        assertThat(complete()
                        .withHeader(Field.UNIT_PRICE, null)
                        .withHeader(Field.LINE_TOTAL, null)
                        .mapping())
                .isPresent();
        assertThat(complete()
                        .withHeader(Field.UNIT_PRICE, null)
                        .withHeader(Field.LINE_TOTAL, null)
                        .withHeader(Field.ORDER_TOTAL, null)
                        .mapping())
                .isEmpty();
        assertThat(complete().withHeader(Field.QUANTITY, "Customer").mapping()).isEmpty();
        assertThat(complete().withHeader(Field.COUNTRY, null).mapping()).isPresent();
    }

    @Test
    void whatTheEngineWouldRefuseCountsAsNotChosen() {
        Draft draft = complete()
                .with("segments", "99")
                .with("restarts", "0")
                .with("linkage", "ward")
                .with("linkage-engine", "weka")
                .with("fewest", "6")
                .with("horizon", "3")
                .with("contamination", "2");

        assertThat(Setup.of(draft, SetupTest.usual("Name"))).isEqualTo(SetupTest.usual("Name"));
    }

    static Draft complete() {
        Draft draft = Draft.of(DATASET).withDateOrder(DateOrder.MONTH_FIRST);
        for (Field field : Field.values()) {
            draft = draft.withHeader(field, field.label());
        }
        return draft.withHeader(Field.UNIT_PRICE, "Price, net (£)");
    }
}
