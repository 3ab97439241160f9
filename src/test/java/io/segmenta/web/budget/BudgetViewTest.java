package io.segmenta.web.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.forecast.Outlook;
import io.segmenta.testing.Forecasts;
import io.segmenta.testing.ViewTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BudgetViewTest extends ViewTest {
    @BeforeEach
    void run() {
        runs.addExample();
    }

    @Test
    void theBudgetOfTheAddressIsSplitToTheCent() {
        open("runs/1/budget?budget=1000.03");

        assertThat(field().getValue()).isEqualByComparingTo("1000.03");
        assertThat(text())
                .contains("5 amounts that add up to £1,000.03 exactly")
                .contains("£200.03", "£200.00", "£1,000.03");
    }

    @Test
    void aTypedBudgetIsCalculatedAtOnce() {
        open("runs/1/budget");
        assertThat(text()).contains("add up to £10,000.00 exactly");
        field().setValue(new BigDecimal("500"));

        assertThat(text()).contains("add up to £500.00 exactly", "£100.00");
    }

    @Test
    void anAmountThatCannotBeUsedStaysWithWordsBesideIt() {
        open("runs/1/budget");
        field().setValue(new BigDecimal("-5"));

        assertThat(field().isInvalid()).isTrue();
        assertThat(field().getErrorMessage()).contains("from 0");
        assertThat(field().getValue()).isEqualByComparingTo("-5");
        assertThat(text()).contains("add up to £10,000.00 exactly");
    }

    @Test
    void notesOfThePlanAreShown() {
        plans.notes = List.of("At Risk is absent, so the ranges were widened.");
        open("runs/1/budget");

        assertThat(text()).contains("At Risk is absent, so the ranges were widened.");
    }

    @Test
    void theReturnOfASegmentIsSetAgainstItsPart() {
        open("runs/1/budget?budget=10000&increase=10&segment=4");

        // 600 customers × 9,503 × 10 % against 2,000: 570,180 and 28,409 %.
        assertThat(text())
                .contains("600 customers who spend 10% more would add £570,180.00 to their £5,701,800.00.")
                .contains("Against a budget of £2,000.00 that is a return of 28,409%: £285.09 for every £1.00 spent.");
    }

    @Test
    void theReturnOfAllSegmentsIsSetAgainstTheWholeBudget() {
        open("runs/1/budget?budget=1000000&increase=1");

        assertThat(text()).contains("Against a budget of £1,000,000.00 that is a loss");
    }

    @Test
    void anIncreaseOutOfRangeIsRefusedAndStays() {
        open("runs/1/budget");
        IntegerField increase = increase();
        increase.setValue(51);

        assertThat(increase.isInvalid()).isTrue();
        assertThat(increase.getErrorMessage()).isEqualTo("Type a whole number from 1 to 50.");
        assertThat(increase.getValue()).isEqualTo(51);
    }

    @Test
    void nonsenseInTheAddressCountsAsNotTyped() {
        open("runs/1/budget?budget=lots&increase=900&segment=x");

        assertThat(text()).contains("add up to £10,000.00 exactly");
        assertThat(increase().getValue()).isEqualTo(10);
    }

    @Test
    void theOptimisedSplitStandsBesideAndMayLeaveTheRanges() {
        open("runs/1/budget");
        assertThat(plans.withinRanges).isTrue();
        assertThat(text()).contains("Optimised split", "Optimised less playbook");
        find(Checkbox.class).single().setValue(true);
        assertThat(plans.withinRanges).isFalse();

        open("runs/1/budget?free=1");
        assertThat(find(Checkbox.class).single().getValue()).isTrue();
    }

    @Test
    void bothReturnsAreSimulatedAndSaidInWords() {
        open("runs/1/budget?budget=10000");
        push();

        assertThat(find(ReturnColumn.class).all()).hasSize(2);
        assertThat(text())
                .contains("Spending £10,000.00 is expected to add £")
                .contains("It is earned back after")
                .contains("In 8 of 10 simulations the return lies between")
                .contains("It breaks even at an uplift of")
                .contains("The assumptions below have 7.5% to 7.5% as the likely ones.")
                .contains("This run has no forecasts, so the simulations know how unsure the uplift is");
    }

    @Test
    void withoutABudgetNothingIsAdded() {
        open("runs/1/budget?budget=0");
        push();

        assertThat(text()).contains("Nothing is spent, so nothing is added.");
        assertThat(text()).doesNotContain("earned back");
    }

    @Test
    void everyAssumptionHasItsSourceAndCanBeChanged() {
        open("runs/1/budget");
        assertThat(text())
                .contains("Known from a test.", "Assumed gross margin.")
                .contains("10 % times the playbook's engagement of 75 in 100.");
        change("Assumptions for At Risk");
        field("Expected revenue").setValue(new BigDecimal("5000"));
        field("Uplift, likely").setValue(new BigDecimal("2.5"));
        click("Apply");

        assertThat(text()).contains("£5,000", "0% · 2.5% · 15%", "Entered by you.");
        assertThat(find(Dialog.class).all()).isEmpty();
        click("Back to the first guesses");
        assertThat(text()).doesNotContain("Entered by you.");
    }

    @Test
    void anAssumptionThatCannotBeStaysInTheFormWithTheReason() {
        open("runs/1/budget");
        change("Assumptions for At Risk");
        field("Uplift, low").setValue(new BigDecimal("50"));
        click("Apply");

        assertThat(text(find(Dialog.class).single())).contains("must rise from least to most");
        assertThat(field("Uplift, low").getValue()).isEqualByComparingTo("50");
        assertThat(text()).doesNotContain("Entered by you.");
    }

    @Test
    void aMarginThatCannotBeStaysWithTheReason() {
        open("runs/1/budget");
        field("Gross margin").setValue(new BigDecimal("120"));

        assertThat(field("Gross margin").isInvalid()).isTrue();
        assertThat(field("Gross margin").getErrorMessage()).contains("at most 100 %");
        field("Gross margin").setValue(new BigDecimal("40"));
        assertThat(field("Gross margin").isInvalid()).isFalse();
        assertThat(field("Gross margin").getHelperText()).isEqualTo("Entered by you.");
    }

    @Test
    void assumptionsOfTheAddressAreUsedWhereTheyCanBe() {
        open("runs/1/budget?margin=45&contact.0=2.5");
        assertThat(field("Gross margin").getValue()).isEqualByComparingTo("45");
        assertThat(text()).contains("£2.50");

        open("runs/1/budget?margin=450&contact.0=2.5");
        assertThat(field("Gross margin").getValue()).isEqualByComparingTo("30");
    }

    @Test
    void scenariosAreSavedComparedAndDeleted() {
        open("runs/1/budget?budget=10000");
        push();
        assertThat(text()).contains("None yet.");
        save(0, "Spring");
        save(1, "Spring");
        assertThat(names().get(1).isInvalid()).isTrue();
        assertThat(names().get(1).getErrorMessage()).contains("Spring is taken");
        save(1, "Better spring");

        assertThat(names().get(1).isInvalid()).isFalse();
        assertThat(plans.saved).hasSize(2);
        assertThat(text()).contains("2 scenarios are kept with this run.", "Uplift to break even");
        change("Delete the scenario Spring");
        assertThat(text()).contains("One scenario is kept with this run.");
    }

    @Test
    void theSuggestedRetentionBudgetCanBeTaken() {
        runs.results.put(new RunId(1), Forecasts.example(400));
        Outlook outlook = Objects.requireNonNull(
                Objects.requireNonNull(Forecasts.example(400).insights().value())
                        .outlook());
        open("runs/1/budget");
        find(Button.class).all().stream()
                .filter(button -> button.getText().startsWith("Take £"))
                .findFirst()
                .ifPresent(button -> test(button).click());

        assertThat(field().getValue().doubleValue()).isCloseTo(outlook.suggestedRetentionBudget(), within(0.005));
    }

    @Test
    void withoutForecastsNoRetentionBudgetIsSuggested() {
        open("runs/1/budget");

        assertThat(text()).contains("so no budget can be suggested");
    }

    @Test
    void theHelpIsOneClickAway() {
        open("runs/1/budget");

        assertThat(href("How this is calculated")).isEqualTo("help/return-on-marketing");
    }

    private IntegerField increase() {
        return find(IntegerField.class).all().stream()
                .filter(field -> field.getLabel().startsWith("Expected increase"))
                .findFirst()
                .orElseThrow();
    }

    private void save(int column, String name) {
        names().get(column).setValue(name);
        List<Button> buttons = find(Button.class).withText("Save").all();
        test(buttons.get(column)).click();
    }

    private List<TextField> names() {
        return find(TextField.class).all();
    }

    /** By the name it has for screen readers. */
    private void change(String label) {
        Button button = find(Button.class).all().stream()
                .filter(b -> b.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
        test(button).click();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private BigDecimalField field() {
        return field("Monthly budget");
    }

    private BigDecimalField field(String label) {
        return find(BigDecimalField.class).all().stream()
                .filter(field -> field.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
