package io.segmenta.web.wizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.ViewTest;
import io.segmenta.web.wizard.Draft;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckRowsViewTest extends ViewTest {
    private static final String DATASET =
            "new/check?dataset=" + FakeDatasets.RETAIL.fingerprint().sha256();
    private static final String PAGE = DATASET
            + "&customerId=CustomerID&invoiceId=InvoiceNo&productId=StockCode&timestamp=InvoiceDate"
            + "&quantity=Quantity&unitPrice=UnitPrice&dates=month-first&currency=GBP";

    @BeforeEach
    void upload() {
        datasets.datasets.add(FakeDatasets.RETAIL);
    }

    @Test
    void theAddressesOfTheTwoStepsThatItWasLeadHere() {
        for (String old : List.of("new/columns", "new/quality")) {
            enter(PAGE.replace("new/check", old));

            assertThat(text()).contains("Is the file read right?", "1,000 read = 770 + 10 + 200 + 20");
        }
    }

    @Test
    void thePartsAddUpToWhatWasRead() {
        enter(PAGE);

        assertThat(text())
                .contains("1,000 read = 770 + 10 + 200 + 20")
                .contains("770 of 1,000 rows are kept (77.0%)")
                .contains("456 orders by 321 customers from 1 December 2010 to 9 December 2011: £78,901.25 in all.");
        assertThat(href("Continue to configuration"))
                .startsWith("new/configure?")
                .contains("customerId=CustomerID");
    }

    @Test
    void aSwitchedOffRuleShowsItsEffectAndStaysInTheAddress() {
        enter(PAGE);
        test(rule("No customer")).click();
        push();

        assertThat(text())
                .contains("1,000 read = 970 + 10 + 20")
                .contains("none (200 if switched on)")
                .contains(
                        "Compared with the whole file and the recommended rules: +200 rows, +0 customers, +£0.00 revenue.");
        assertThat(href("Continue to configuration")).contains("without=missingCustomer");
    }

    @Test
    void choicesOfTheAddressAreShown() {
        enter(PAGE + "&without=return,duplicate&returns=net");

        assertThat(rule("Return").getValue()).isFalse();
        assertThat(rule("Exact duplicate").getValue()).isFalse();
        assertThat(rule("No customer").getValue()).isTrue();
        assertThat(find(RadioButtonGroup.class)
                        .withLabel("What becomes of returns")
                        .single()
                        .getValue())
                .isEqualTo(Returns.NET);
    }

    @Test
    void theUnreadableRuleCannotBeSwitchedOffAndTheDescriptionRuleNeedsItsColumn() {
        enter(PAGE);

        assertThat(rule("Unreadable").isReadOnly()).isTrue();
        assertThat(find(Checkbox.class).withLabel("No description").exists()).isFalse();
        enter(PAGE + "&description=Description");
        assertThat(find(Checkbox.class).withLabel("No description").exists()).isTrue();
    }

    @Test
    void warningsAreShownWhereThereAreSome() {
        datasets.warnings = List.of("The purchases cover 90 days.");
        enter(PAGE);

        assertThat(text()).contains("The purchases cover 90 days.");
    }

    @Test
    void whatTheEngineRefusesIsSaidWithAWayBack() {
        datasets.failure = new UserFacingException("No date of the column \"InvoiceDate\" can be read.");
        enter(PAGE);

        assertThat(text()).contains("No date of the column \"InvoiceDate\" can be read.", "Look at the columns");
        assertThat(text()).doesNotContain("Continue to configuration");
    }

    @Test
    void aPeriodIsChosenAndStaysInTheAddress() {
        enter(PAGE);
        assertThat(text()).contains("The data begins on Dec 1, 2010", "The data ends on Dec 9, 2011");
        test(day("From")).setValue(LocalDate.of(2011, 1, 1));
        push();
        assertThat(href("Continue to configuration")).contains("from=2011-01-01");
        test(find(Button.class).withText("Whole time").single()).click();
        push();
        assertThat(href("Continue to configuration")).doesNotContain("from=");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsAnsweredInWords() {
        enter(PAGE + "&from=2011-06-01");
        test(day("To")).setValue(LocalDate.of(2011, 1, 1));
        push();

        assertThat(text()).contains("The period would end on Jan 1, 2011, before it begins on Jun 1, 2011.");
        assertThat(day("To").isInvalid()).isTrue();
        assertThat(href("Continue to configuration"))
                .contains("from=2011-06-01")
                .doesNotContain("to=");
    }

    @Test
    void productsAreChosenFromTheListOrTyped() {
        enter(PAGE);
        find(Details.class).all().stream()
                .filter(details -> details.getSummaryText().startsWith("Only some"))
                .forEach(details -> details.setOpened(true));
        push();
        MultiSelectComboBox<String> products = chooser("Not these products");
        assertThat(products.getItemLabelGenerator().apply("POST")).isEqualTo("POST · POSTAGE (1,126)");
        products.setValue(Set.of("POST"));
        ComponentUtil.fireEvent(products, new ComboBoxBase.CustomValueSetEvent<>(products, false, "mug"));
        push();

        assertThat(products.getValue()).containsExactly("POST", "*mug*");
        assertThat(href("Continue to configuration")).contains("except-productId=POST%0A*mug*");
        assertThat(find(MultiSelectComboBox.class)
                        .withLabel("Only these countries")
                        .exists())
                .as("the country has no column")
                .isFalse();
    }

    @Test
    void filtersOfTheAddressAreShown() {
        enter(PAGE + "&country=Country&only-country=France%0AUnited%20Kingdom");

        assertThat(chooser("Only these countries").getValue()).containsExactly("France", "United Kingdom");
        assertThat(href("Continue to configuration")).contains("only-country=France%0AUnited%20Kingdom");
    }

    @Test
    void rowsThatAreLeftOutAreShownAsTheyStandInTheFile() {
        enter(PAGE);
        assertThat(text()).contains("Rows that are left out", "Download all of them (CSV)");
        details("No customer").setOpened(true);
        push();

        assertThat(text()).contains("42", "Column CustomerID: expected a customer, found nothing", "TEAPOT");
        test(rule("No customer")).click();
        push();
        assertThat(find(Details.class).all()).noneMatch(details -> text(details).contains("No customer"));
    }

    @Test
    void theColumnsAreLookedIntoWhenAsked() {
        enter(PAGE);
        test(find(Button.class).withText("Look into the columns").single()).click();
        push();
        assertThat(text())
                .contains("none missing, 3 not a number", "-5 to 12.5")
                .contains("250 missing (25.0%)", "about 400 values", "3 to 35 characters");
        details("Quantity").setOpened(true);
        push();
        assertThat(text()).contains("Most frequent of 16 different values", "60.0%", "How the numbers are spread");
    }

    @Test
    void theVerdictStandsFirstAndItsRulesAreThoseOfTheFile() {
        orders();
        enter(PAGE + "&status=Channel");

        assertThat(text())
                .contains(
                        "What was made of this file",
                        "456 orders by 321 customers from 1 December 2010 to 9 December 2011")
                .contains("Left out: 30 of 1,000 rows (£375.00): not a completed sale (cancelled).")
                .contains("Left out: 200 of 1,000 rows (£2,500.00): no customer.")
                .contains("These are the recommended rules.");
        assertThat(find(RadioButtonGroup.class)
                        .withLabel("What becomes of returns")
                        .single()
                        .getValue())
                .isEqualTo(Returns.NET);
        assertThat(rule("Exact duplicate").getValue()).isFalse();
        assertThat(rule("Order that comes twice").getValue()).isTrue();
        assertThat(href("Continue to configuration")).contains("except-status=cancelled", "returns=net");
    }

    @Test
    void aStateCanBeLetCount() {
        orders();
        enter(PAGE + "&status=Channel");
        assertThat(rule("cancelled").getValue()).isFalse();
        assertThat(rule("paid").getValue()).isTrue();
        test(rule("cancelled")).click();
        push();

        assertThat(href("Continue to configuration")).doesNotContain("except-status");
        assertThat(text()).doesNotContain("not a completed sale").contains("+30 rows");
        test(rule("paid")).click();
        push();
        assertThat(href("Continue to configuration")).contains("except-status=paid");
        assertThat(text()).contains("not a completed sale (paid)");
    }

    @Test
    void anAnsweredQuestionStaysWhenARuleIsSwitched() {
        enter(PAGE + "&currencyColumn=Channel&only-currency=GBP&returns=net");
        test(rule("No customer")).click();
        push();

        assertThat(href("Continue to configuration")).contains("only-currency=GBP", "returns=net");
    }

    @Test
    void everySentenceHasASwitch() {
        orders();
        datasets.says = List.of(new Reading.Finding(Field.UNIT_PRICE, "The amount is \"Quantity\" × \"UnitPrice\"."));
        enter(PAGE + "&status=Channel&except-customerId=7&country=Country&returns=net&from=2011-01-01");
        List<Button> switches = find(Button.class).withText("Change").all();

        assertThat(switches)
                .extracting(button -> button.getAriaLabel().orElse(""))
                .anyMatch(label -> label.startsWith("Change: 456 orders by 321 customers"))
                .anyMatch(label -> label.contains("\"InvoiceNo\""))
                .anyMatch(label -> label.contains("The amount is"))
                .anyMatch(label -> label.contains("no customer"))
                .doesNotHaveDuplicates();
        switches.forEach(button -> test(button).click());
        assertThat(find(Details.class).all())
                .filteredOn(details -> details.hasClassName("columns-details"))
                .allMatch(Details::isOpened);
    }

    @Test
    void theFiguresOfTheStatesStandBesideThemAndWhatIsLeftOutIsSummed() {
        orders();
        enter(PAGE + "&status=Channel");

        assertThat(text())
                .contains("The column “Channel” says what became of an order.")
                .contains("970", "£12,125.00")
                .contains("Left out by their state: 30 rows, 30 orders, £375.00.");
        test(rule("cancelled")).click();
        push();
        assertThat(text()).contains("Every order of these states counts.");
        test(rule("cancelled")).click();
        push();
        assertThat(text()).contains("These are the recommended rules.");
    }

    @Test
    void aPastedListOfTwoThousandProductsStaysInTheAddress() {
        List<String> products = IntStream.range(0, 2000)
                .mapToObj(i -> "SKU-" + Integer.toString(7919 * i + 104729, 36))
                .toList();
        enter(PAGE);
        TextArea list = list("A list of products that do not count");
        test(list).setValue(String.join("\r\n", products));
        push();

        String next = href("Continue to configuration");
        assertThat(next).hasSizeLessThan(16_000);
        assertThat(text()).contains("2,000 on the list");
        open(next.replace("new/configure", "new/check"));
        push();
        push();
        assertThat(find(TextArea.class)
                        .withLabel("A list of products that do not count")
                        .single()
                        .getValue()
                        .lines())
                .containsExactlyElementsOf(products);
        assertThat(Draft.of(QueryParameters.fromString(next.substring(next.indexOf('?') + 1)))
                        .rules()
                        .filter(Field.PRODUCT_ID, RowFilter.Mode.EXCEPT)
                        .orElseThrow()
                        .values())
                .isEqualTo(products);
    }

    @Test
    void aListOfOneLineIsReadByItsCellsAndOneThatIsTooLongIsRefused() {
        enter(PAGE);
        TextArea list = list("A list of the only products");
        test(list).setValue("POST; 85123A");
        push();
        assertThat(href("Continue to configuration")).contains("only-productId=POST%0A85123A");
        test(list)
                .setValue(
                        IntStream.rangeClosed(0, 10_000).mapToObj(i -> "p" + i).collect(Collectors.joining("\n")));
        push();

        assertThat(list.getErrorMessage()).contains("needs 1 to 10,000 values, not 10001");
        assertThat(href("Continue to configuration")).contains("only-productId=POST%0A85123A");
    }

    private void orders() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.STATUS, new Suggestion(Certainty.FOUND, List.of("Channel"))), DateOrder.MONTH_FIRST);
        datasets.states = Map.of("paid", 970L, "cancelled", 30L);
        datasets.leftOut = List.of("cancelled");
        datasets.rowsRepeat = false;
    }

    private Details details(String summary) {
        return find(Details.class).all().stream()
                .filter(details -> !details.hasClassName("columns-details"))
                .filter(details -> text(details).contains(summary))
                .findFirst()
                .orElseThrow();
    }

    /** That was not pasted yet. */
    private TextArea list(String label) {
        find(Button.class).withText("Paste a list").all().stream()
                .filter(button -> button.getAriaLabel().equals(Optional.of("Paste a list: " + label)))
                .forEach(button -> test(button).click());
        return find(TextArea.class).withLabel(label).single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<String> chooser(String label) {
        return find(MultiSelectComboBox.class).withLabel(label).single();
    }

    private void enter(String address) {
        open(address);
        push();
        push();
    }

    private Checkbox rule(String label) {
        return find(Checkbox.class).withLabel(label).single();
    }
}
