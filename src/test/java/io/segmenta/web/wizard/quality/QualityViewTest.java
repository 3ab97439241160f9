package io.segmenta.web.wizard.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.base.UserFacingException;
import io.segmenta.clean.CleaningRules.Returns;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.ViewTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QualityViewTest extends ViewTest {
    private static final String DATASET =
            "new/quality?dataset=" + FakeDatasets.RETAIL.fingerprint().sha256();
    private static final String PAGE = DATASET
            + "&customerId=CustomerID&invoiceId=InvoiceNo&productId=StockCode&timestamp=InvoiceDate"
            + "&quantity=Quantity&unitPrice=UnitPrice&dates=month-first&currency=GBP";

    @BeforeEach
    void upload() {
        datasets.datasets.add(FakeDatasets.RETAIL);
    }

    @Test
    void withoutColumnsItLeadsBackToThem() {
        open(DATASET);

        assertThat(text()).contains("The columns come first");
        assertThat(href("Choose the columns"))
                .isEqualTo("new/columns?dataset="
                        + FakeDatasets.RETAIL.fingerprint().sha256());
    }

    @Test
    void thePartsAddUpToWhatWasRead() {
        enter(PAGE);

        assertThat(text())
                .contains("1,000 read = 770 + 10 + 200 + 20")
                .contains("770 of 1,000 rows are kept (77.0%)")
                .contains("321", "456", "£78,901.25", "374 days", "Dec 1, 2010 to Dec 9, 2011");
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
                .contains("Compared with the recommended rules: +200 rows, +0 customers, +£0.00 revenue.");
        assertThat(href("Continue to configuration")).contains("without=missingCustomer");
    }

    @Test
    void choicesOfTheAddressAreShown() {
        enter(PAGE + "&without=return,duplicate&returns=net");

        assertThat(rule("Return").getValue()).isFalse();
        assertThat(rule("Exact duplicate").getValue()).isFalse();
        assertThat(rule("No customer").getValue()).isTrue();
        assertThat(find(RadioButtonGroup.class).single().getValue()).isEqualTo(Returns.NET);
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

        assertThat(text()).contains("No date of the column \"InvoiceDate\" can be read.", "Back to the columns");
        assertThat(text()).doesNotContain("Continue to configuration");
    }

    private void enter(String address) {
        open(address);
        push();
    }

    private Checkbox rule(String label) {
        return find(Checkbox.class).withLabel(label).single();
    }
}
