package io.segmenta.web.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserName;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.testing.Example;
import io.segmenta.testing.Forecasts;
import io.segmenta.testing.ViewTest;
import io.segmenta.web.component.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
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
        field().setValue(new BigDecimal("500"));

        assertThat(text()).contains("add up to £500.00 exactly", "£100.00");
    }

    @Test
    void anAmountThatCannotBeUsedStaysWithWordsBesideIt() {
        open("runs/1/budget?budget=10000");
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

    /** It was 10,000 for every shop. */
    @Test
    void whereNoneIsTypedTheBudgetIsWhatPays() {
        open("runs/1/budget");
        Money pays = pays();

        assertThat(pays).isGreaterThan(Money.ZERO);
        assertThat(field().getValue()).isEqualByComparingTo(BigDecimal.valueOf(pays.amount()));
        String amount = Formats.current().in(Currency.getInstance("GBP")).money(pays);
        assertThat(text())
                .contains("add up to " + amount + " exactly")
                .contains("By the assumptions below " + amount.replace(".00", "") + " pays")
                .contains("the last £1.00 of it still brings £1.00 of margin");
        assertThat(find(Checkbox.class).single().getValue()).isTrue();
        assertThat(plans.withinRanges).isFalse();
    }

    @Test
    void whatPaysFollowsTheAssumptionsUntilABudgetIsTyped() {
        open("runs/1/budget");
        BigDecimal before = field().getValue();
        field("Gross margin").setValue(new BigDecimal("60"));
        BigDecimal after = field().getValue();
        assertThat(after).isGreaterThan(before);

        field().setValue(new BigDecimal("500"));
        field("Gross margin").setValue(new BigDecimal("30"));
        assertThat(field().getValue()).isEqualByComparingTo("500");
        find(Button.class).all().stream()
                .filter(button -> button.getText().startsWith("Spend what pays: £"))
                .findFirst()
                .ifPresent(button -> test(button).click());
        assertThat(field().getValue()).isEqualByComparingTo(before);
    }

    @Test
    void whereNothingPaysThePageSaysSo() {
        open("runs/1/budget?margin=0.01");

        assertThat(field().getValue()).isEqualByComparingTo("0");
        assertThat(text())
                .contains(
                        "By the assumptions below no budget pays: even the first £1.00 brings no more than £0.00 of margin");
    }

    /** It said +581 % by one way to calculate and −84 % by the other. */
    @Test
    void thePageHasOneReturnASplit() {
        open("runs/1/budget?budget=10000&increase=10&segment=4");
        push();

        assertThat(text()).doesNotContain("calculator", "conversion");
        assertThat(text().split("Return on the budget", -1)).hasSize(1 + 2);
    }

    @Test
    void nonsenseInTheAddressCountsAsNotTyped() {
        open("runs/1/budget?budget=lots&retention=x");

        assertThat(field().getValue()).isEqualByComparingTo(BigDecimal.valueOf(pays().amount()));
    }

    @Test
    void theOptimisedSplitStandsBesideAndMayLeaveTheRanges() {
        open("runs/1/budget?budget=10000");
        assertThat(plans.withinRanges).isTrue();
        assertThat(text()).contains("Optimised split", "Optimised less playbook");
        find(Checkbox.class).single().setValue(true);
        assertThat(plans.withinRanges).isFalse();

        open("runs/1/budget?budget=10000&free=1");
        assertThat(find(Checkbox.class).single().getValue()).isTrue();
        open("runs/1/budget?free=0");
        assertThat(find(Checkbox.class).single().getValue()).isFalse();
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
                .contains("It hangs most on the uplift of", "assumed from 0% to 15%: at")
                .contains("if the assumptions hold; of 2,000 simulations")
                .contains("This run has no forecasts, so the simulations know how unsure the uplift is");
    }

    @Test
    void aChanceIsNeverNoneOrAll() {
        open("runs/1/budget?budget=100");
        push();
        assertThat(text()).contains("More than 95 in 100").doesNotContain("100%\nif the assumptions");
        open("runs/1/budget?budget=1000000");
        push();
        assertThat(text()).contains("Less than 5 in 100");
        open("runs/1/budget?budget=6000");
        push();
        assertThat(text()).containsPattern("About [1-9] in 10");
    }

    @Test
    void twoSplitsThatDifferByLittleAreCalledAlike() {
        open("runs/1/budget?budget=1000000&free=1");
        push();
        assertThat(text()).contains("No difference worth mentioning between the two splits:");
        assertThat(text()).doesNotContain("Moving money");
    }

    @Test
    void aSplitThatIsBetterIsSaidToBe() {
        open("runs/1/budget?budget=1000&free=1&revenue.0=0&revenue.1=0&revenue.2=0");
        push();
        assertThat(text())
                .containsPattern("Optimised less playbook: \\+£[0-9,]+ of expected margin, in 9 of 10 simulations");
    }

    @Test
    void aMeasuredEffectTakesThePlaceOfTheAssumption() {
        campaigns.add(new RunId(1), campaign("Spring"), UserName.LOCAL);
        open("runs/1/budget");
        assertThat(text()).contains("“Spring” began on");
        click("Use the measured effect");
        push();

        assertThat(text())
                .contains("An effect is shown", "It is now the uplift of VIP Champions, Lost/Hibernating.")
                .contains("Measured: campaign “Spring” from", "low and high are its 90% interval.")
                .doesNotContain("It showed no effect.");
        change("Assumptions for VIP Champions");
        field("Uplift, likely").setValue(new BigDecimal("90"));
        click("Apply");
        assertThat(text()).contains("Entered by you.");
    }

    @Test
    void anEffectThatIsNotShownIsOfferedAsSuch() {
        campaigns.add(new RunId(1), campaign("Weak"), UserName.LOCAL);
        open("runs/1/budget");
        click("Use the measured effect");
        push();
        assertThat(text()).contains("No effect shown").doesNotContain("Measured: campaign");
        click("Use its interval all the same, nothing below 0");

        assertThat(text()).contains("Measured: campaign “Weak” from", "It showed no effect.");
    }

    @Test
    void withoutAFinishedCampaignNothingIsOffered() {
        open("runs/1/budget");
        assertThat(text()).doesNotContain("Measured instead of assumed");
    }

    private static Campaign campaign(String name) {
        return new Campaign(name, LocalDate.of(2011, 6, 1), Set.of(), null, 0.2, 91, new Seed(1));
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
        open("runs/1/budget?margin=45&contact.0=2.5&campaign.0=7");
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
        push();
        assertThat(text()).contains("2 scenarios are kept with this run.", "Uplift to break even");
        assertThat(text()).contains("Profit against “Spring”").containsPattern("worth mentioning|£[0-9,]+ \\(");
        change("Delete the scenario Spring");
        assertThat(text()).contains("One scenario is kept with this run.");
    }

    @Test
    void theSuggestedRetentionBudgetCanBeTaken() {
        runs.results.put(new RunId(1), Forecasts.example(400));
        open("runs/1/budget");
        find(Button.class).all().stream()
                .filter(button -> button.getText().startsWith("Take £"))
                .findFirst()
                .ifPresent(button -> test(button).click());

        assertThat(field().getValue().doubleValue()).isCloseTo(0.15 * 20_000, within(0.005));
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

    private Money pays() {
        return plans.worthwhileBudget(plans.assumptions(Example.recipe(), Example.result()));
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
