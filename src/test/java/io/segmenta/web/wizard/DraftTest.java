package io.segmenta.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.router.QueryParameters;
import io.segmenta.base.Fingerprint;
import io.segmenta.base.UserFacingException;
import io.segmenta.clean.CleaningRules;
import io.segmenta.clean.CleaningRules.Returns;
import io.segmenta.clean.DropReason;
import io.segmenta.clean.RowFilter;
import io.segmenta.cluster.KMeansParameters.Init;
import io.segmenta.features.Feature;
import io.segmenta.features.TransformSettings.OutlierAction;
import io.segmenta.features.TransformSettings.Scaler;
import io.segmenta.transactions.DateOrder;
import io.segmenta.transactions.Field;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Fingerprint DATASET = new Fingerprint("ab".repeat(32));

    @Test
    void everyChoiceSurvivesTheUrl() {
        Setup setup = new Setup(
                "Spring & summer",
                true,
                4,
                List.of(Feature.RECENCY, Feature.MONETARY),
                OutlierAction.CAP,
                Scaler.NONE,
                Init.RANDOM,
                500,
                3,
                7);
        CleaningRules rules = new CleaningRules(
                EnumSet.of(DropReason.RETURN, DropReason.DUPLICATE),
                Returns.NET,
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 6, 30),
                List.of(
                        new RowFilter(Field.COUNTRY, RowFilter.Mode.ONLY, List.of("United Kingdom", "Côte d’Ivoire")),
                        new RowFilter(Field.PRODUCT_ID, RowFilter.Mode.EXCEPT, List.of("*mug, red | big*"))));
        Draft draft = setup.in(complete().withRules(rules).withCurrency("GBP"));

        Draft again = Draft.of(QueryParameters.fromString(draft.query().getQueryString()));

        assertThat(again).isEqualTo(draft);
        assertThat(again.dataset()).contains(DATASET);
        assertThat(again.mapping().orElseThrow().header(Field.UNIT_PRICE)).contains("Price, net (£)");
        assertThat(again.mapping().orElseThrow().dateOrder()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(again.rules()).isEqualTo(rules);
        assertThat(again.currency()).contains("GBP");
        assertThat(Setup.of(again, "unused")).isEqualTo(setup);
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
        assertThat(Setup.of(draft, "Name")).isEqualTo(Setup.defaults("Name"));
    }

    @Test
    void theMappingIsEmptyUntilEveryRequiredFieldHasItsOwnColumn() {
        assertThat(complete().mapping()).isPresent();
        assertThat(complete().withDateOrder(null).mapping()).isEmpty();
        assertThat(complete().withHeader(Field.QUANTITY, null).mapping()).isEmpty();
        assertThat(complete().withHeader(Field.QUANTITY, "Customer").mapping()).isEmpty();
        assertThat(complete().withHeader(Field.COUNTRY, null).mapping()).isPresent();
    }

    @Test
    void aNumberOutOfItsRangeIsKeptAndRefusedInWords() {
        Draft draft = complete();
        Setup setup = Setup.of(draft.with("segments", "99"), "Name");

        assertThat(setup.segments()).isEqualTo(99);
        assertThatThrownBy(() -> setup.recipe(DATASET, draft.mapping().orElseThrow(), draft))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("99");
    }

    private static Draft complete() {
        Draft draft = Draft.of(DATASET).withDateOrder(DateOrder.MONTH_FIRST);
        for (Field field : Field.values()) {
            draft = draft.withHeader(field, field.label());
        }
        return draft.withHeader(Field.UNIT_PRICE, "Price, net (£)");
    }
}
