package io.segmenta.web.wizard.configure;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.base.Seed;
import io.segmenta.base.UserFacingException;
import io.segmenta.cluster.KMeansParameters;
import io.segmenta.features.Feature;
import io.segmenta.features.TransformSettings;
import io.segmenta.run.Recipe;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.ViewTest;
import java.util.Objects;
import java.util.Set;
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

        Recipe recipe = Objects.requireNonNull(runs.recipes.get(1L));
        assertThat(recipe.name()).isEqualTo("Online Retail");
        assertThat(recipe.currency()).isEqualTo("GBP");
        assertThat(recipe.cleaning().active()).hasSize(6);
        assertThat(recipe.transform()).isEqualTo(TransformSettings.defaults());
        assertThat(recipe.hyperparameters()).isEqualTo(KMeansParameters.of(5));
        assertThat(recipe.seed()).isEqualTo(new Seed(42));
        assertThat(address()).isEqualTo("runs/1/training");
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
        number("Seed").setValue(7);
        features().setValue(Set.of(Feature.MONETARY, Feature.RECENCY));
        start();

        Recipe recipe = Objects.requireNonNull(runs.recipes.get(1L));
        assertThat(recipe.name()).isEqualTo("Spring");
        assertThat(recipe.transform().features()).containsExactly(Feature.RECENCY, Feature.MONETARY);
        assertThat(recipe.hyperparameters())
                .isEqualTo(new KMeansParameters(4, KMeansParameters.Init.K_MEANS_PLUS_PLUS, 300, 3));
        assertThat(recipe.seed()).isEqualTo(new Seed(7));
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
