package io.segmenta.web.wizard.columns;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import io.segmenta.ingest.MappingProposal.Certainty;
import io.segmenta.ingest.MappingProposal.Suggestion;
import io.segmenta.run.ColumnChoice;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.ViewTest;
import io.segmenta.transactions.DateOrder;
import io.segmenta.transactions.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColumnsViewTest extends ViewTest {
    private static final String PAGE =
            "new/columns?dataset=" + FakeDatasets.RETAIL.fingerprint().sha256();

    @BeforeEach
    void upload() {
        datasets.datasets.add(FakeDatasets.RETAIL);
    }

    @Test
    void withoutADatasetItSaysWhereToBegin() {
        open("new/columns");

        assertThat(text()).contains("No data is chosen yet");
        assertThat(href("Choose the data")).isEqualTo("new/data");
    }

    @Test
    void foundColumnsAreFilledInAndLeadOn() {
        open(PAGE);

        assertThat(text()).contains("Online Retail.xlsx", "These are the columns of UCI Online Retail", "Found");
        assertThat(text()).contains("Not used: Channel", "The first 20 rows");
        assertThat(field("Customer").getValue()).isEqualTo("CustomerID");
        proceed();
        assertThat(address())
                .startsWith("new/quality")
                .contains("customerId=CustomerID", "unitPrice=UnitPrice", "dates=month-first", "currency=GBP");
    }

    @Test
    void foundGuessedMissingAndAmbiguousAreToldApart() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(
                        Field.PRODUCT_ID, new Suggestion(Certainty.GUESSED, List.of("StockCode")),
                        Field.CUSTOMER_ID, new Suggestion(Certainty.AMBIGUOUS, List.of("CustomerID", "Channel")),
                        Field.QUANTITY, new Suggestion(Certainty.MISSING, List.of()),
                        Field.COUNTRY, new Suggestion(Certainty.MISSING, List.of())),
                DateOrder.MONTH_FIRST);
        open(PAGE);

        assertThat(text())
                .contains("Guessed, please check", "Please choose", "Missing", "Could be: CustomerID, Channel")
                .contains("Please choose a column for: Customer, Quantity.");
    }

    @Test
    void whatIsMissingStandsBesideItsField() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.QUANTITY, new Suggestion(Certainty.MISSING, List.of())), DateOrder.MONTH_FIRST);
        open(PAGE);
        proceed();

        assertThat(address()).startsWith("new/columns");
        assertThat(field("Quantity").isInvalid()).isTrue();
        assertThat(field("Quantity").getErrorMessage()).isEqualTo("Choose the column that holds it.");
        assertThat(field("Customer").getValue()).isEqualTo("CustomerID");
    }

    @Test
    void oneColumnForTwoFieldsIsRefused() {
        open(PAGE);
        test(field("Country (optional)")).selectItem("CustomerID");
        proceed();

        assertThat(field("Country (optional)").getErrorMessage()).contains("CustomerID", "Customer");
    }

    @Test
    void anAmbiguousDateOrderIsAskedWithExamplesEachWay() {
        datasets.proposal = FakeDatasets.proposal(Map.of(), null);
        open(PAGE);

        @SuppressWarnings("unchecked")
        RadioButtonGroup<DateOrder> dates = find(RadioButtonGroup.class).single();
        assertThat(dates.getValue()).isNull();
        assertThat(dates.getItemLabelGenerator().apply(DateOrder.DAY_FIRST)).contains("12/1/2010 8:26 → Jan 12, 2010");
        assertThat(dates.getItemLabelGenerator().apply(DateOrder.MONTH_FIRST)).contains("12/1/2010 8:26 → Dec 1, 2010");
        proceed();
        assertThat(address()).startsWith("new/columns");
        assertThat(dates.getErrorMessage()).isEqualTo("Choose how the dates are read.");
        dates.setValue(DateOrder.DAY_FIRST);
        proceed();
        assertThat(address()).contains("dates=day-first");
    }

    @Test
    void aFileWithoutCustomersSaysWhyItCannotBeUsed() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.CUSTOMER_ID, new Suggestion(Certainty.MISSING, List.of())), DateOrder.MONTH_FIRST);
        open(PAGE);

        assertThat(text()).contains("No column of this file looks like a customer");
    }

    @Test
    void choicesOfTheAddressWinOverTheProposal() {
        open(PAGE + "&customerId=Channel&invoiceId=InvoiceNo&dates=day-first&currency=EUR");

        assertThat(field("Customer").getValue()).isEqualTo("Channel");
        assertThat(text()).contains("Chosen by you");
        assertThat(field("Quantity").getValue()).isNull();
    }

    @Test
    void whatWasChosenIsRememberedAndProposedAsSuch() {
        datasets.proposal = FakeDatasets.proposal(
                Map.of(Field.CUSTOMER_ID, new Suggestion(Certainty.REMEMBERED, List.of("Channel"))),
                DateOrder.DAY_FIRST);
        open(PAGE);
        assertThat(field("Customer").getValue()).isEqualTo("Channel");
        assertThat(text()).contains("Found, as you chose last time", "as you chose for the last file");
        test(field("Customer")).selectItem("CustomerID");
        proceed();

        ColumnChoice remembered = Objects.requireNonNull(datasets.remembered);
        assertThat(remembered.mapping().header(Field.CUSTOMER_ID)).contains("CustomerID");
        assertThat(remembered.mapping().dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(remembered.currency()).isEqualTo("GBP");
        datasets.remembered = new ColumnChoice(remembered.mapping(), "CHF");
        open(PAGE);
        proceed();
        assertThat(address()).contains("currency=CHF");
    }

    @SuppressWarnings("unchecked")
    private Select<String> field(String label) {
        return find(Select.class).withLabel(label).single();
    }

    private void proceed() {
        test(find(Button.class).withText("Continue to quality").single()).click();
    }
}
