package io.segmenta.web.wizard.configure;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureChoice;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.ViewTest;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigureViewTest extends ViewTest {
    private static final String PAGE = "new/configure?dataset="
            + FakeDatasets.RETAIL.fingerprint().sha256()
            + "&customerId=CustomerID&invoiceId=InvoiceNo&productId=StockCode&timestamp=InvoiceDate"
            + "&quantity=Quantity&unitPrice=UnitPrice&dates=month-first&currency=GBP&without=duplicate";

    @BeforeEach
    void upload() {
        datasets.datasets.add(FakeDatasets.RETAIL);
    }

    @Test
    void theUsualSettingsStartARun() {
        open(PAGE);
        start();

        Recipe recipe = Objects.requireNonNull(runs.recipes.get(new RunId(1)));
        assertThat(recipe.name()).isEqualTo("Online Retail");
        assertThat(recipe.currency()).isEqualTo(Currency.getInstance("GBP"));
        assertThat(recipe.cleaning().active()).hasSize(7);
        assertThat(recipe.transform()).isEqualTo(TransformSettings.defaults());
        assertThat(recipe.method()).isEqualTo(new Method.Given(KMeansParameters.of(5)));
        assertThat(recipe.seed()).isEqualTo(new Seed(42));
        assertThat(address()).isEqualTo("runs/1/training");
    }

    /** Which takes its time after a restart. */
    @Test
    void theRulesOfTheFileAreLookedUpBesideThePage() {
        open(PAGE.replace("&without=duplicate", ""));
        assertThat(text()).contains("Reading what the file says").doesNotContain("Number of segments");
        push();
        assertThat(text()).contains("Number of segments").doesNotContain("Reading what the file says");
        start();

        assertThat(Objects.requireNonNull(runs.recipes.get(new RunId(1)))
                        .cleaning()
                        .active())
                .hasSize(7);
    }

    @Test
    void theDaysThatSuitTheShopAreOffered() {
        datasets.gaps = new PurchaseGaps(5000, 10, 20, 30, 40);
        open(PAGE);
        assertThat(text()).doesNotContain("repeat purchases come within");
        expert();
        push();
        assertThat(text()).contains("80% of repeat purchases come within 20 days of the one before, 95% within 40");
        test(find(Button.class).withText("Use 35 days").single()).click();
        assertThat(number("Forecast, in days").getValue()).isEqualTo(35);
        start();
        assertThat(Objects.requireNonNull(runs.recipes.get(new RunId(1))).horizon())
                .isEqualTo(new Horizon(35));
    }

    @Test
    void theSimpleModeHidesWhatExpertsChange() {
        open(PAGE);

        assertThat(text()).contains("Number of segments").doesNotContain("Restarts");
        expert();
        assertThat(text()).contains("Restarts", "Scaling", "Odd customers", "Seed");
    }

    @Test
    void expertSettingsReachTheRecipe() {
        open(PAGE);
        expert();
        find(TextField.class).withLabel("Name").single().setValue("Spring");
        number("Number of segments").setValue(4);
        number("Restarts").setValue(3);
        find(TextField.class).withLabel("Seed").single().setValue("-9007199254740993");
        compare("Features that I choose");
        features().setValue(Set.of(Feature.MONETARY, Feature.RECENCY));
        start();

        Recipe recipe = Objects.requireNonNull(runs.recipes.get(new RunId(1)));
        assertThat(recipe.name()).isEqualTo("Spring");
        assertThat(recipe.transform().features()).containsExactly(Feature.RECENCY, Feature.MONETARY);
        assertThat(recipe.method())
                .isEqualTo(new Method.Given(new KMeansParameters(4, KMeansParameters.Init.K_MEANS_PLUS_PLUS, 300, 3)));
        assertThat(recipe.seed()).isEqualTo(new Seed(-9007199254740993L));
    }

    @Test
    void expertsChooseTheEngine() {
        open(PAGE);
        expert();
        engine().setValue(Engine.SEGMENTA);
        start();

        assertThat(Objects.requireNonNull(runs.recipes.get(new RunId(1))).method())
                .isEqualTo(new Method.Given(KMeansParameters.of(5).quickly()));
    }

    @SuppressWarnings("unchecked") // the only visible one of its label
    private Select<Engine> engine() {
        return find(Select.class).withLabel("Engine").single();
    }

    @Test
    void expertsLetTheSearchTryWekasEngines() {
        open(PAGE);
        goal(true);
        expert();
        find(Checkbox.class).withLabel("Try Weka’s engines too").single().setValue(true);
        start();

        assertThat(Objects.requireNonNull(runs.recipes.get(new RunId(1)))
                        .method()
                        .search()
                        .orElseThrow()
                        .engines())
                .containsExactly(Engine.SEGMENTA, Engine.WEKA);
    }

    @Test
    void aFeatureThatSaysTheSameIsLeftOutWithOneClick() {
        open(PAGE);
        expert();
        assertThat(text()).doesNotContain("money counts twice");
        compare("Features that I choose");
        assertThat(text()).contains("money counts twice");
        test(find(Button.class).withText("Leave Historic CLV out").single()).click();
        assertThat(features().getValue()).contains(Feature.MONETARY).doesNotContain(Feature.CLV);
        assertThat(text()).doesNotContain("money counts twice");
        start();
        assertThat(Objects.requireNonNull(runs.recipes.get(new RunId(1)))
                        .transform()
                        .features())
                .contains(Feature.MONETARY)
                .doesNotContain(Feature.CLV);
    }

    @Test
    void aNumberOutOfRangeIsRefusedBesideItsFieldAndStays() {
        open(PAGE);
        number("Number of segments").setValue(1);
        start();

        assertThat(runs.recipes).isEmpty();
        assertThat(number("Number of segments").getErrorMessage()).contains("The number of segments (1)");
        assertThat(number("Number of segments").getValue()).isEqualTo(1);
    }

    @Test
    void anEmptyNameAndNoFeatureAreRefused() {
        open(PAGE);
        expert();
        find(TextField.class).withLabel("Name").single().setValue(" ");
        compare("Features that I choose");
        features().clear();
        start();

        assertThat(runs.recipes).isEmpty();
        assertThat(text()).contains("Give the run a name.", "Choose at least one feature.");
    }

    @Test
    void whatTheServiceRefusesIsSaidAndTheFormKeepsItsChoices() {
        runs.failure = new UserFacingException("The dataset is gone. Upload it again.");
        open(PAGE + "&name=Mine&segments=6");
        start();

        assertThat(text()).contains("The dataset is gone. Upload it again.");
        assertThat(number("Number of segments").getValue()).isEqualTo(6);
        assertThat(find(TextField.class).withLabel("Name").single().getValue()).isEqualTo("Mine");
    }

    @Test
    void choicesOfTheAddressAreShown() {
        open(PAGE + "&mode=expert&restarts=20&features=recency_days,clv");

        assertThat(number("Restarts").getValue()).isEqualTo(20);
        assertThat(features().getValue()).containsExactlyInAnyOrder(Feature.RECENCY, Feature.CLV);
    }

    @Test
    void theBestNumberIsSearchedForAsSetForTheInstallation() {
        TuningSettings own =
                new TuningSettings(List.of(Algorithm.KMEANS), 7, 3, 8, Objective.USABLE_SEGMENTS, 0.05, null);
        defaults.change(own);
        open(PAGE);
        goal(true);

        assertThat(text())
                .contains("Tries 3 to 8 segments, with 7 settings for each of: k-means.", "at least 5.0% of your")
                .doesNotContain("Number of segments");
        start();

        Recipe recipe = Objects.requireNonNull(runs.recipes.get(new RunId(1)));
        assertThat(recipe.method()).isEqualTo(new Method.Searched(own));
    }

    @Test
    void expertsChangeTheSearch() {
        open(PAGE);
        goal(true);
        expert();
        number("Trials per algorithm").setValue(9);
        number("Fewest segments").setValue(4);
        number("Most segments").setValue(6);
        number("Time limit in seconds").setValue(30);
        find(NumberField.class)
                .withLabel("Smallest usable segment, in %")
                .single()
                .setValue(3.5);
        start();

        assertThat(Objects.requireNonNull(runs.recipes.get(new RunId(1)))
                        .method()
                        .search())
                .contains(new TuningSettings(
                        List.of(Algorithm.values()),
                        9,
                        4,
                        6,
                        Objective.USABLE_SEGMENTS,
                        0.035,
                        Duration.ofSeconds(30)));
    }

    @Test
    void aRangeThatIsNoneIsRefusedAndStays() {
        open(PAGE);
        goal(true);
        expert();
        number("Fewest segments").setValue(6);
        start();

        assertThat(runs.recipes).isEmpty();
        assertThat(text()).contains("The number of segments to try (6 to 5)");
        assertThat(number("Fewest segments").getValue()).isEqualTo(6);
        number("Most segments").setValue(7);
        assertThat(text()).doesNotContain("The number of segments to try (6 to 5)");
        start();
        assertThat(runs.recipes).hasSize(1);
    }

    @Test
    void everyAlgorithmHasItsOwnSettings() {
        open(PAGE + "&mode=expert&algorithm=gmm&covariance=tied&segments=4&mixture-restarts=2");
        assertThat(text()).contains("Shape of the clouds").doesNotContain("Linkage", "First centres");
        start();
        assertThat(Objects.requireNonNull(runs.recipes.get(new RunId(1))).method())
                .isEqualTo(new Method.Given(new MixtureParameters(4, Covariance.TIED, 200, 2, 1e-6, Engine.SEGMENTA)));

        open(PAGE + "&mode=expert&algorithm=agglomerative");
        assertThat(text()).contains("Linkage", "up to 1,000 customers").doesNotContain("Shape of the clouds");
        start();
        assertThat(Objects.requireNonNull(runs.recipes.get(new RunId(2))).method())
                .isEqualTo(new Method.Given(AgglomerativeParameters.of(5, Linkage.WARD)));
    }

    @Test
    @SuppressWarnings("unchecked")
    void settingsThatDoNotFitTogetherAreRefusedInWords() {
        open(PAGE + "&mode=expert&algorithm=agglomerative");
        find(Select.class).withLabel("Engine").single().setValue(Engine.WEKA);
        start();

        assertThat(runs.recipes).isEmpty();
        assertThat(text()).contains("Weka's Ward linkage does not compute Ward's method.");
    }

    @Test
    void forecastsCanBeLeftOutAndNotBeTooShort() {
        open(PAGE);
        expert();
        number("Forecast, in days").setValue(3);
        start();
        assertThat(text()).contains("The forecast horizon (3 days) must be between 7 and 364 days.");
        number("Forecast, in days").clear();
        start();
        assertThat(Objects.requireNonNull(runs.recipes.get(new RunId(1))).horizon())
                .isNull();
    }

    @Test
    void aSeedThatIsNoNumberIsRefused() {
        open(PAGE);
        expert();
        find(TextField.class).withLabel("Seed").single().setValue("99999999999999999999");
        start();
        assertThat(runs.recipes).isEmpty();
        assertThat(text()).contains("Type a whole number, for example 42.");
    }

    @Test
    void theDataChooseTheFeaturesAndTheOriginalOnesAreOneClickAway() {
        open(PAGE);
        assertThat(text())
                .contains("The features that tell most of what customers do next")
                .doesNotContain("Restarts");
        start();
        Recipe best = Objects.requireNonNull(runs.recipes.get(new RunId(1)));
        assertThat(best.features()).isEqualTo(FeatureChoice.BEST);

        open(PAGE);
        compare("The original five");
        assertThat(text()).doesNotContain("Restarts");
        start();
        Recipe original = Objects.requireNonNull(runs.recipes.get(new RunId(2)));
        assertThat(original.features()).isEqualTo(FeatureChoice.GIVEN);
        assertThat(original.transform()).isEqualTo(TransformSettings.defaults());
    }

    @Test
    void whoChoosesFeaturesSeesThemAndComesBackToThem() {
        open(PAGE);
        compare("Features that I choose");
        assertThat(text()).contains("Restarts");
        features().setValue(Set.of(Feature.TENURE));
        compare("The original five");
        compare("Features that I choose");
        assertThat(features().getValue()).containsExactly(Feature.TENURE);
        compare("The features that tell most");
        start();
        Recipe recipe = Objects.requireNonNull(runs.recipes.get(new RunId(1)));
        assertThat(recipe.features()).isEqualTo(FeatureChoice.BEST);
        assertThat(recipe.transform()).as("what was ticked decides nothing").isEqualTo(TransformSettings.defaults());
    }

    @Test
    void featuresInAnAddressOfAnEarlierVersionAreGiven() {
        open(PAGE + "&features=recency_days,clv");
        start();
        Recipe recipe = Objects.requireNonNull(runs.recipes.get(new RunId(1)));
        assertThat(recipe.features()).isEqualTo(FeatureChoice.GIVEN);
        assertThat(recipe.transform().features()).containsExactly(Feature.RECENCY, Feature.CLV);
    }

    @SuppressWarnings("unchecked")
    private void compare(String by) {
        RadioButtonGroup<Compared> group = find(RadioButtonGroup.class)
                .withLabel("Customers are compared by")
                .single();
        group.setValue(Stream.of(Compared.values())
                .filter(item -> group.getItemLabelGenerator().apply(item).startsWith(by))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private void goal(boolean best) {
        find(RadioButtonGroup.class).withLabel("Goal").single().setValue(best);
    }

    private void start() {
        test(find(Button.class).withText("Start the run").single()).click();
    }

    @SuppressWarnings("unchecked")
    private void expert() {
        find(RadioButtonGroup.class).withLabel("Settings").single().setValue(true);
    }

    private IntegerField number(String label) {
        return find(IntegerField.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Feature> features() {
        return find(CheckboxGroup.class).single();
    }
}
