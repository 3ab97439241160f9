package io.segmenta.web.wizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.DateColumn.Notation;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.reading.Question;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.DecimalMark;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.dataset.ColumnChoice;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.ViewTest;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckColumnsViewTest extends ViewTest {
    private static final String PAGE =
            "new/check?dataset=" + FakeDatasets.RETAIL.fingerprint().sha256();

    private static final String AMOUNT = "Amount (optional)";

    private static final DateColumn AMBIGUOUS = new DateColumn(
            Notation.NUMBERS,
            List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST),
            List.of("03/04/2011", "05/06/2011"),
            FakeDatasets.YEARS);

    @BeforeEach
    void upload() {
        datasets.datasets.add(FakeDatasets.RETAIL);
    }

    @Test
    void withoutADatasetItSaysWhereToBegin() {
        open("new/check");

        assertThat(text()).contains("No data is chosen yet");
        assertThat(href("Choose the data")).isEqualTo("new/data");
    }

    @Test
    void foundColumnsAreFilledInAndLeadOn() {
        enter(PAGE);

        assertThat(text()).contains("Online Retail.xlsx", "These are the columns of UCI Online Retail", "Found");
        assertThat(text()).contains("Not used: Channel", "First rows");
        assertThat(field("Customer").getValue()).isEqualTo("CustomerID");
        assertThat(columns().isOpened()).as("nobody has to look at them").isFalse();
        assertThat(next())
                .startsWith("new/configure")
                .contains("customerId=CustomerID", "unitPrice=UnitPrice", "dates=month-first", "currency=GBP");
    }

    @Test
    void foundGuessedMissingAndAmbiguousAreToldApart() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(
                        Field.PRODUCT_ID, new Suggestion(Certainty.GUESSED, List.of("StockCode")),
                        Field.CUSTOMER_ID, new Suggestion(Certainty.AMBIGUOUS, List.of("CustomerID", "Channel")),
                        Field.TIMESTAMP, new Suggestion(Certainty.MISSING, List.of()),
                        Field.COUNTRY, new Suggestion(Certainty.MISSING, List.of())),
                DateOrder.MONTH_FIRST);
        enter(PAGE);

        assertThat(text())
                .contains("Guessed, please check", "Please choose", "Missing", "Could be: CustomerID, Channel")
                .contains("One thing is open", "Please choose a column for: Customer, Date.")
                .doesNotContain("What was made of this file");
        assertThat(columns().isOpened()).isTrue();
    }

    @Test
    void whatIsMissingStandsBesideItsField() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.TIMESTAMP, new Suggestion(Certainty.MISSING, List.of())), DateOrder.MONTH_FIRST);
        enter(PAGE);
        click("Choose it");

        assertThat(leadsOn()).isFalse();
        assertThat(field("Date").isInvalid()).isTrue();
        assertThat(field("Date").getErrorMessage()).isEqualTo("Choose the column that holds it.");
        assertThat(field("Customer").getValue()).isEqualTo("CustomerID");
    }

    @Test
    void oneColumnForTwoFieldsIsRefused() {
        enter(PAGE);
        test(field("Country (optional)")).selectItem("CustomerID");
        assertThat(text()).contains("“CustomerID” is chosen for two fields.");
        assertThat(leadsOn()).isFalse();
        click("Choose it");

        assertThat(field("Country (optional)").getErrorMessage()).contains("CustomerID", "Customer");
    }

    @Test
    void anAmbiguousDateOrderIsAskedWithExamplesEachWay() {
        datasets.proposal = FakeDatasets.proposal(Map.of(), null);
        datasets.dates.put("InvoiceDate", AMBIGUOUS);
        enter(PAGE);

        RadioButtonGroup<DateOrder> dates = dates();
        assertThat(text()).contains("Every date in “InvoiceDate” can be read in two ways");
        assertThat(dates.getValue()).isNull();
        assertThat(dates.getItemLabelGenerator().apply(DateOrder.DAY_FIRST))
                .isEqualTo("day/month/year: 03/04/2011 is April 3, 2011; 05/06/2011 is June 5, 2011");
        assertThat(dates.getItemLabelGenerator().apply(DateOrder.MONTH_FIRST))
                .isEqualTo("month/day/year: 03/04/2011 is March 4, 2011; 05/06/2011 is May 6, 2011");
        assertThat(text()).contains("What only you know").doesNotContain("One thing is open");
        assertThat(leadsOn()).isFalse();
        dates.setValue(DateOrder.DAY_FIRST);
        assertThat(next()).contains("dates=day-first");
        assertThat(text()).contains("What was made of this file", "What only you know");
    }

    @Test
    void theOrderOfDatesIsThatOfTheColumnThatIsChosen() {
        datasets.dates.put("Description", AMBIGUOUS);
        enter(PAGE);
        assertThat(text())
                .contains(
                        "The dates of the whole column “InvoiceDate” are written month/day/year: 12/1/2010 8:26 is December 1, 2010.");
        test(field("Date")).selectItem("Description");

        assertThat(text()).contains("Every date in “Description” can be read in two ways");
        assertThat(dates().getValue()).isNull();
        test(field("Date")).selectItem("InvoiceDate");
        assertThat(dates().getValue()).isEqualTo(DateOrder.MONTH_FIRST);
        test(field("Date")).selectItem("Country");
        assertThat(text()).contains("No dates are recognised in “Country”");
    }

    @Test
    void datesThatCanBeReadInOneWayOnlyAreNotAsked() {
        datasets.dates.put(
                "InvoiceDate",
                new DateColumn(
                        Notation.EPOCH_SECONDS,
                        List.of(DateOrder.YEAR_FIRST),
                        List.of("1291191960"),
                        FakeDatasets.YEARS));
        enter(PAGE);

        assertThat(text())
                .contains("“InvoiceDate” holds seconds since 1970, for example 1291191960")
                .doesNotContain("What only you know", "Order of the numbers in a date");
        assertThat(next()).contains("dates=year-first");
    }

    @Test
    void whereEachOrderOfDatesReadsTheSameDayNoneIsOffered() {
        datasets.dates.put(
                "InvoiceDate",
                new DateColumn(
                        Notation.NUMBERS,
                        List.of(DateOrder.YEAR_FIRST),
                        List.of("2011-12-24 10:30"),
                        FakeDatasets.YEARS));
        datasets.dates.put(
                "Description",
                new DateColumn(
                        Notation.NUMBERS, List.of(DateOrder.MONTH_FIRST), List.of("12/11/2010"), FakeDatasets.YEARS));
        enter(PAGE + "&timestamp=InvoiceDate&customerId=CustomerID&unitPrice=UnitPrice&dates=year-first");

        assertThat(text())
                .contains("2011-12-24 10:30 is December 24, 2011")
                .doesNotContain("Order of the numbers in a date");
        test(field("Date")).selectItem("Description");
        assertThat(text()).contains("Order of the numbers in a date");
    }

    @Test
    void aCurrencyThatTheFileDoesNotTellIsSaidAndLeadsToItsChoice() {
        enter(PAGE);
        assertThat(columns().isOpened()).isFalse();
        find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel()
                        .filter(label -> label.contains("No column names the currency"))
                        .isPresent())
                .forEach(Button::click);

        assertThat(text()).contains("No column names the currency: amounts are shown in GBP.");
        assertThat(columns().isOpened()).isTrue();
    }

    @Test
    void aFileWithoutDatesSaysSo() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.TIMESTAMP, new Suggestion(Certainty.MISSING, List.of())), DateOrder.MONTH_FIRST);
        enter(PAGE);

        assertThat(text())
                .contains("No column of this file looks like a date", "export the orders with the day of each")
                .doesNotContain("Please choose a column for");
    }

    @Test
    void aSummaryOfCustomersIsRefusedWithoutAQuestion() {
        datasets.summary = "Each row is a summary of one customer.";
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.UNIT_PRICE, new Suggestion(Certainty.MISSING, List.of())), DateOrder.MONTH_FIRST);
        enter(PAGE);

        assertThat(text()).contains("Each row is a summary of one customer.").doesNotContain("One thing is open");
        assertThat(columns().isOpened()).isFalse();
        assertThat(href("Choose other data")).startsWith("new/data");
    }

    @Test
    void whoWhenAndHowMuchAreEnough() {
        Suggestion missing = new Suggestion(Certainty.MISSING, List.of());
        datasets.proposal = FakeDatasets.proposal(
                Map.of(
                        Field.INVOICE_ID, missing,
                        Field.PRODUCT_ID, missing,
                        Field.QUANTITY, missing,
                        Field.UNIT_PRICE, missing),
                DateOrder.MONTH_FIRST);
        enter(PAGE);
        assertThat(text()).contains("No column of this file looks like money.");
        click("Choose it");
        assertThat(field(AMOUNT).getErrorMessage()).startsWith("Choose the column that says how much was paid");
        test(field(AMOUNT)).selectItem("UnitPrice");
        assertThat(text()).doesNotContain("No column of this file looks like money.");

        assertThat(next()).contains("lineTotal=UnitPrice").doesNotContain("invoiceId", "productId", "quantity");
        assertThat(text()).contains("The amount is \"UnitPrice\", as it stands in each row.");
    }

    @Test
    void aColumnThatWasDerivedInAnEarlierVersionStays() {
        enter(PAGE + "&customerId=CustomerID&timestamp=InvoiceDate&dates=month-first&quantity=Quantity"
                + "&invoiceId=one%20order%20per%20CustomerID%20and%20day%20of%20InvoiceDate"
                + "&unitPrice=UnitPrice%20%C3%B7%20Quantity");

        assertThat(field("Invoice (optional)").getValue()).isEqualTo("one order per CustomerID and day of InvoiceDate");
        assertThat(next()).contains("unitPrice=UnitPrice ÷ Quantity", "invoiceId=one order per CustomerID and day");
    }

    @Test
    void whatTheValuesSayAndItsRulesLeadOn() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.STATUS, new Suggestion(Certainty.GUESSED, List.of("Channel"))), DateOrder.MONTH_FIRST);
        datasets.says = List.of(new Reading.Finding(Field.STATUS, "\"Channel\" says what became of an order."));
        datasets.states = Map.of("web", 900L, "cancelled", 100L);
        datasets.leftOut = List.of("cancelled");
        datasets.rowsRepeat = false;
        enter(PAGE);

        assertThat(text()).contains("What was made of this file", "\"Channel\" says what became of an order.");
        assertThat(next()).contains("except-status=cancelled", "returns=net", "without=duplicate");
    }

    @Test
    void rulesOfAColumnThatIsNotChosenAreNotTaken() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.STATUS, new Suggestion(Certainty.GUESSED, List.of("Channel"))), DateOrder.MONTH_FIRST);
        datasets.leftOut = List.of("cancelled");
        enter(PAGE);
        assertThat(next()).contains("except-status=cancelled");
        field("Status (optional)").clear();
        assertThat(next()).doesNotContain("status");
        test(field("Status (optional)")).selectItem("Channel");
        assertThat(next()).contains("except-status=cancelled");
    }

    @Test
    void amongSeveralCurrenciesOneIsAskedFor() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.CURRENCY, new Suggestion(Certainty.FOUND, List.of("Channel"))), DateOrder.MONTH_FIRST);
        datasets.currencies = List.of("USD", "EUR");
        datasets.questions = List.of(new Question(
                Question.Topic.CURRENCY, "The amounts are in several currencies.", "--currency USD", "USD"));
        enter(PAGE);
        assertThat(text()).contains("The amounts are in several currencies.");
        RadioButtonGroup<String> question = currencies();
        assertThat(leadsOn()).isFalse();
        question.setValue("EUR");

        assertThat(next()).contains("currency=EUR", "currencyColumn=Channel", "only-currency=EUR");
        assertThat(text()).contains("The amounts are in USD, EUR: only those in EUR count.");
        enter(next().replace("new/configure", "new/check"));
        assertThat(currencies().getValue()).isEqualTo("EUR");
        assertThat(text()).contains("These are the recommended rules.");
    }

    @Test
    void othersCountAtTheRateThatIsGivenForThem() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.CURRENCY, new Suggestion(Certainty.FOUND, List.of("Channel"))), DateOrder.MONTH_FIRST);
        datasets.currencies = List.of("USD", "EUR", "GBP");
        enter(PAGE);
        assertThat(rates()).isEmpty();
        currencies().setValue("EUR");
        assertThat(rates()).extracting(BigDecimalField::getLabel).containsExactly("1 USD in EUR", "1 GBP in EUR");
        test(rates().getFirst()).setValue(new BigDecimal("-1"));
        assertThat(rates().getFirst().isInvalid()).isTrue();
        assertThat(next()).doesNotContain("rates");

        test(rates().getFirst()).setValue(new BigDecimal("0.92"));
        assertThat(rates().getFirst().isInvalid()).isFalse();
        assertThat(next()).contains("rates=USD:0.92");
        assertThat(text()).contains("The amounts are in USD, EUR, GBP: 1 USD counts as 0.92 EUR.");
        enter(next().replace("new/configure", "new/check"));
        assertThat(rates()).extracting(BigDecimalField::getValue).containsExactly(new BigDecimal("0.92"), null);

        currencies().setValue("GBP");
        assertThat(rates()).extracting(BigDecimalField::getValue).containsOnlyNulls();
        assertThat(next()).contains("only-currency=GBP").doesNotContain("rates");
    }

    private List<BigDecimalField> rates() {
        return find(BigDecimalField.class).all();
    }

    @Test
    void howNumbersAreWrittenIsAskedWhereNothingTellsAndKeptForTheNextFile() {
        datasets.questions = List.of(new Question(
                Question.Topic.NUMBERS, "1.000 may be one or a thousand.", "--numbers 1.234,56", "1.234,56"));
        enter(PAGE);
        assertThat(text()).contains("1.000 may be one or a thousand.");
        assertThat(leadsOn()).isFalse();
        numbers().setValue(DecimalMark.COMMA);

        assertThat(next()).contains("numbers=comma");
        open(next());
        assertThat(Objects.requireNonNull(datasets.remembered).mapping().decimals())
                .isEqualTo(DecimalMark.COMMA);
        enter(PAGE);
        assertThat(numbers().getValue()).isEqualTo(DecimalMark.COMMA);
        assertThat(next()).contains("numbers=comma");
    }

    @Test
    void theRulesOfLastTimeAreProposedAndWhatIsNewIsSaid() {
        enter(PAGE);
        open(next().replaceFirst("returns=[a-z]+", "returns=net"));
        assertThat(Objects.requireNonNull(datasets.remembered).rules())
                .isNotNull()
                .extracting(CleaningRules::returns)
                .isEqualTo(Returns.NET);
        datasets.news = List.of("\"on hold\" (3 rows) stood in no earlier file of this shop; it counts.");
        enter(PAGE);
        assertThat(next()).contains("returns=net");
        assertThat(text()).contains("\"on hold\" (3 rows) stood in no earlier file of this shop; it counts.");
    }

    @Test
    void columnsWithoutNamesAreToldApartByWhatTheyHold() {
        Dataset nameless = new Dataset(
                new Fingerprint("d4".repeat(32)),
                "cdnow.txt",
                "CSV, blanks, UTF-8",
                List.of("Column 1", "Column 2", "Column 3"),
                1000,
                65536,
                Instant.parse("2026-03-04T09:00:00Z"));
        datasets.datasets.add(nameless);
        Suggestion missing = new Suggestion(Certainty.MISSING, List.of());
        datasets.proposal = new MappingProposal(
                null,
                Stream.of(Field.values()).collect(Collectors.toMap(field -> field, field -> missing)),
                List.of(),
                null);
        enter("new/check?dataset=" + nameless.fingerprint().sha256());

        assertThat(text()).contains("The columns of this file have no names.", "Choose the column of the date above");
        assertThat(field("Customer").getItemLabelGenerator().apply("Column 2")).isEqualTo("Column 2 · 85123A");
        click("Choose it");
        assertThat(field("Customer").isInvalid()).isTrue();
        assertThat(leadsOn()).isFalse();
    }

    @Test
    void howAColumnWasDerivedIsSaid() {
        Dataset shopify = new Dataset(
                new Fingerprint("e5".repeat(32)),
                "orders.csv",
                "CSV, comma, UTF-8",
                List.of("Email", "Qty", "Total", "Email, carried down", "Total ÷ Qty"),
                1000,
                65536,
                Instant.parse("2026-03-04T09:00:00Z"));
        datasets.datasets.add(shopify);
        datasets.proposal = FakeDatasets.proposal(
                Map.of(
                        Field.CUSTOMER_ID, new Suggestion(Certainty.FOUND, List.of("Email, carried down")),
                        Field.UNIT_PRICE, new Suggestion(Certainty.GUESSED, List.of("Total ÷ Qty"))),
                DateOrder.MONTH_FIRST);
        enter("new/check?dataset=" + shopify.fingerprint().sha256());

        assertThat(text())
                .contains("The export writes “Email” on the first line of an order only")
                .contains("The file has no price of one piece: “Total” was divided by the quantity.");
    }

    @Test
    void aFileWithoutCustomersSaysWhyItCannotBeUsed() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.CUSTOMER_ID, new Suggestion(Certainty.MISSING, List.of())), DateOrder.MONTH_FIRST);
        enter(PAGE);

        assertThat(text()).contains("No column of this file looks like a customer");
    }

    @Test
    void choicesOfTheAddressWinOverTheProposal() {
        enter(PAGE + "&customerId=Channel&invoiceId=InvoiceNo&dates=day-first&currency=EUR");

        assertThat(field("Customer").getValue()).isEqualTo("Channel");
        assertThat(text()).contains("Chosen by you");
        assertThat(field("Quantity (optional)").getValue()).isNull();
    }

    @Test
    void whatWasChosenIsRememberedAndProposedAsSuch() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.CUSTOMER_ID, new Suggestion(Certainty.REMEMBERED, List.of("Channel"))),
                DateOrder.DAY_FIRST);
        enter(PAGE);
        assertThat(field("Customer").getValue()).isEqualTo("Channel");
        assertThat(text()).contains("Found, as you chose last time", "as you chose for the last file");
        test(field("Customer")).selectItem("CustomerID");
        open(next());

        ColumnChoice remembered = Objects.requireNonNull(datasets.remembered);
        assertThat(remembered.mapping().header(Field.CUSTOMER_ID)).contains("CustomerID");
        assertThat(remembered.mapping().dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(remembered.currency()).isEqualTo(Currency.getInstance("GBP"));
        datasets.remembered = new ColumnChoice(remembered.mapping(), Currency.getInstance("CHF"), remembered.rules());
        enter(PAGE);
        assertThat(next()).contains("currency=CHF");
    }

    @SuppressWarnings("unchecked")
    private Select<String> field(String label) {
        return find(Select.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<DecimalMark> numbers() {
        return find(RadioButtonGroup.class)
                .withLabel("How are the numbers written?")
                .single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> currencies() {
        return find(RadioButtonGroup.class).withLabel("Which currency counts?").single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<DateOrder> dates() {
        return find(RadioButtonGroup.class)
                .withLabel("Order of the numbers in a date")
                .single();
    }

    /** The file is read in the background, and so are its rows then. */
    private void enter(String address) {
        open(address);
        push();
        push();
    }

    /** Where the page leads on. */
    private String next() {
        push();
        return URLDecoder.decode(href("Continue to configuration"), StandardCharsets.UTF_8);
    }

    private boolean leadsOn() {
        push();
        return find(Anchor.class).withText("Continue to configuration").exists();
    }

    private Details columns() {
        return find(Details.class).all().stream()
                .filter(details -> details.hasClassName("columns-details"))
                .findFirst()
                .orElseThrow();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }
}
