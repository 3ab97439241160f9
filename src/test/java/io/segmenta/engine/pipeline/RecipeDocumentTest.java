package io.segmenta.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.testing.Example;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** Stored recipes and their hashes are older than the parts that a recipe has now. */
class RecipeDocumentTest {
    private static final String SOURCE =
            "\"dataset\":{\"sha256\":\"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1\"},"
                    + "\"mapping\":{\"headers\":{\"CUSTOMER_ID\":\"CustomerID\",\"INVOICE_ID\":\"InvoiceNo\","
                    + "\"PRODUCT_ID\":\"StockCode\",\"TIMESTAMP\":\"InvoiceDate\",\"QUANTITY\":\"Quantity\","
                    + "\"UNIT_PRICE\":\"UnitPrice\",\"DESCRIPTION\":\"Description\"},\"dateOrder\":\"MONTH_FIRST\"},";

    private static final String TRANSFORM =
            "\"transform\":{\"features\":[\"RECENCY\",\"FREQUENCY\",\"MONETARY\",\"AVERAGE_BASKET_SIZE\",\"CLV\"],"
                    + "\"outliers\":\"FLAG\",\"contamination\":0.01,\"scaler\":\"ROBUST\"},";

    private static final String GIVEN = "{\"name\":\"Spring campaign\"," + SOURCE
            + "\"cleaning\":{\"active\":[\"UNREADABLE\",\"DUPLICATE\",\"MISSING_CUSTOMER\",\"MISSING_DESCRIPTION\","
            + "\"RETURN\",\"ZERO_QUANTITY\",\"NEGATIVE_PRICE\"],\"returns\":\"EXCLUDE\",\"from\":null,\"to\":null,"
            + "\"filters\":[]},\"snapshot\":null," + TRANSFORM
            + "\"hyperparameters\":{\"algorithm\":\"kmeans\",\"clusters\":5,\"init\":\"K_MEANS_PLUS_PLUS\","
            + "\"method\":\"ELKAN\",\"maxIterations\":300,\"restarts\":10},\"tuning\":null,\"seed\":{\"value\":42},"
            + "\"horizonDays\":91,\"currency\":\"GBP\",\"predecessor\":null}";

    private static final String FOLLOWING_SEARCH = "{\"name\":\"Spring campaign · to 2011-11-30\"," + SOURCE
            + "\"cleaning\":{\"active\":[\"UNREADABLE\",\"OUTSIDE_PERIOD\",\"DUPLICATE\",\"MISSING_CUSTOMER\","
            + "\"MISSING_DESCRIPTION\",\"RETURN\",\"ZERO_QUANTITY\",\"NEGATIVE_PRICE\"],\"returns\":\"EXCLUDE\","
            + "\"from\":null,\"to\":\"2011-11-30\",\"filters\":[]},\"snapshot\":\"2011-12-01\"," + TRANSFORM
            + "\"hyperparameters\":null,\"tuning\":{\"algorithms\":[\"KMEANS\",\"AGGLOMERATIVE\",\"MIXTURE\"],"
            + "\"trials\":20,\"fewest\":3,\"most\":5,\"objective\":\"USABLE_SEGMENTS\",\"floor\":0.02,\"budget\":null},"
            + "\"seed\":{\"value\":42},\"horizonDays\":91,\"currency\":\"GBP\",\"predecessor\":{\"run\":17,"
            + "\"provenance\":{\"datasetSha256\":\"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1\","
            + "\"recipeSha256\":\"45110605fc58279722d7d57a1fedff8541c2f283895543454940ebab238c4831\",\"seed\":42,"
            + "\"version\":\"0.1.0\"}}}";

    private static final String GIVEN_SHA256 = "45110605fc58279722d7d57a1fedff8541c2f283895543454940ebab238c4831";

    private static final String FOLLOWING_SEARCH_SHA256 =
            "c5a884a842181f8ac3f34057ade9d3423637e38b11cd166662e61f3cc47a4103";

    private static Recipe followingSearch() {
        Recipe earlier = Example.recipe();
        Provenance provenance = new Provenance(
                earlier.source().dataset().sha256(),
                GIVEN_SHA256,
                earlier.seed().value(),
                "0.1.0");
        return Example.tunedRecipe()
                .until(LocalDate.of(2011, 11, 30))
                .after(new Predecessor(new RunId(17), provenance));
    }

    private static String write(Recipe recipe) {
        return Documents.write(RecipeDocument.of(recipe));
    }

    private static Recipe read(String json) {
        return Documents.read(json, RecipeDocument.class).recipe();
    }

    @Test
    void theTextIsThatOfEarlierVersions() {
        assertThat(write(Example.recipe())).isEqualTo(GIVEN);
        assertThat(write(followingSearch())).isEqualTo(FOLLOWING_SEARCH);
    }

    @Test
    void theHashIsThatOfEarlierVersions() {
        assertThat(RecipeDocument.provenance(Example.recipe()).recipeSha256()).isEqualTo(GIVEN_SHA256);
        assertThat(RecipeDocument.provenance(followingSearch()).recipeSha256()).isEqualTo(FOLLOWING_SEARCH_SHA256);
    }

    @Test
    void recipesOfEarlierVersionsAreRead() {
        assertThat(read(GIVEN)).isEqualTo(Example.recipe());
        assertThat(read(FOLLOWING_SEARCH)).isEqualTo(followingSearch());
    }

    @Test
    void theFirstRecipesKnewNoSearchAndNoPredecessor() {
        String first = GIVEN.replace("\"tuning\":null,", "").replace(",\"predecessor\":null", "");
        assertThat(first).hasSizeLessThan(GIVEN.length() - 30);
        assertThat(read(first)).isEqualTo(Example.recipe());
    }

    @Test
    void withoutForecastsAndCurrencyItComesBackToo() {
        Recipe bare = Example.recipe().withHorizon(null).withCurrency(null);
        assertThat(write(bare)).contains("\"horizonDays\":null,\"currency\":\"\",");
        assertThat(read(write(bare))).isEqualTo(bare);
    }

    @Test
    void aCodeThatIsNoCurrencyLeavesTheRunReadable() {
        assertThat(read(GIVEN.replace("\"GBP\"", "\"beads\"")))
                .isEqualTo(Example.recipe().withCurrency(null));
    }

    @Test
    void featuresThatTheDataChooseOrThatAreKeptComeBackToo() {
        Recipe best = Example.recipe().choosingFeatures();
        assertThat(write(best)).isEqualTo(GIVEN.replaceFirst("}$", ",\"features\":\"BEST\"}"));
        assertThat(read(write(best))).isEqualTo(best);
        Recipe kept = best.keepingFeatures(FeatureSet.RFM.features());
        assertThat(read(write(kept))).isEqualTo(kept);
        assertThat(RecipeDocument.provenance(best)).isNotEqualTo(RecipeDocument.provenance(Example.recipe()));
        assertThat(RecipeDocument.provenance(kept.choosingFeatures()))
                .as("which they were before decides nothing")
                .isEqualTo(RecipeDocument.provenance(best));
    }

    @Test
    void recipesWhoseFeaturesTheDataChooseAreAlikeAndUnlikeThoseThatNameThem() {
        Recipe best = Example.recipe().choosingFeatures();
        Recipe kept = best.keepingFeatures(FeatureSet.RFM.features());
        assertThat(kept.sameMethod(best)).isTrue();
        assertThat(best.sameMethod(kept)).isTrue();
        assertThat(best.sameMethod(Example.recipe())).isFalse();
        assertThat(Example.recipe().sameMethod(best)).isFalse();
        assertThat(Example.recipe().sameMethod(Example.recipe())).isTrue();
    }

    @Test
    void aRecipeEitherHasHyperparametersOrSearchesForThem() {
        String both = FOLLOWING_SEARCH.replace(
                "\"hyperparameters\":null", "\"hyperparameters\":" + Documents.write(KMeansParameters.of(4)));
        assertThatThrownBy(() -> read(both)).hasMessageContaining("either hyperparameters or a search");
    }

    @Test
    void nameAndCurrencyDoNotDecideAResult() {
        Recipe recipe = Example.recipe();
        Recipe shown = recipe.named("Other").withCurrency(Currency.getInstance("JPY"));
        Recipe changed = Example.recipe(new Method.Given(KMeansParameters.of(7)));
        assertThat(RecipeDocument.provenance(shown)).isEqualTo(RecipeDocument.provenance(recipe));
        assertThat(RecipeDocument.provenance(changed)).isNotEqualTo(RecipeDocument.provenance(recipe));
    }

    @Test
    void theNumberOfTheEarlierRunDoesNotDecideAResultButWhatItFoundDoes() {
        Recipe recipe = followingSearch();
        Provenance earlier = RecipeDocument.provenance(Example.recipe());
        Recipe elsewhere = recipe.after(new Predecessor(
                new RunId(3), new Provenance(earlier.datasetSha256(), GIVEN_SHA256, earlier.seed(), "0.1.0")));
        Recipe alone = recipe.after(null);
        assertThat(RecipeDocument.provenance(elsewhere)).isEqualTo(RecipeDocument.provenance(recipe));
        assertThat(RecipeDocument.provenance(alone)).isNotEqualTo(RecipeDocument.provenance(recipe));
    }
}
