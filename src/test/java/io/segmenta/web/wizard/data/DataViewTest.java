package io.segmenta.web.wizard.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.service.installation.Home;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.ViewTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DataViewTest extends ViewTest {
    private static final List<String> COLUMNS = List.of("Customer", "Day");
    private static final SourceCatalogue.Choice NOTES =
            FakeDatasets.table("Notes", List.of("Who", "When"), true, false);

    @Autowired
    private Home home;

    @Test
    void formatsAndTheLimitAreSaidAndTheStepIsMarked() {
        open("new/data");

        assertThat(text())
                .contains(
                        "CSV, Excel (XLSX, XLS) or SQLite, also packed as ZIP or GZ",
                        "up to 1 KB",
                        "Columns",
                        "Training");
        assertThat(text()).doesNotContain("Data from before");
    }

    @Test
    void oneClickReadsTheSampleAndLeadsToItsColumns() {
        open("new/data");
        test(find(Button.class).withText("Use the sample data").single()).click();
        push();

        assertThat(address())
                .isEqualTo("new/columns?dataset="
                        + FakeDatasets.SAMPLE.fingerprint().sha256());
    }

    @Test
    void whyTheSampleCannotBeReadIsSaidAndThePageStaysUsable() {
        datasets.failure = new UserFacingException("The disk is full. Free some space.");
        open("new/data");
        test(find(Button.class).withText("Use the sample data").single()).click();
        push();

        assertThat(text()).contains("The disk is full. Free some space.");
        assertThat(find(Upload.class).exists()).isTrue();
        assertThat(address()).isEqualTo("new/data");
    }

    @Test
    void earlierDatasetsLeadToTheirColumns() {
        datasets.datasets.add(FakeDatasets.RETAIL);
        open("new/data");

        assertThat(text()).contains("Data from before", "1,000", "65 KB");
        assertThat(href("Online Retail.xlsx"))
                .isEqualTo("new/columns?dataset="
                        + FakeDatasets.RETAIL.fingerprint().sha256());
    }

    @Test
    void anUploadIsReadOnceAndItsTemporaryFileGoes() throws IOException {
        open("new/data");
        upload("orders.csv", "CustomerID,InvoiceID\n1,2\n");

        assertThat(datasets.uploaded).isEqualTo("CustomerID,InvoiceID\n1,2\n");
        assertThat(datasets.datasets).extracting("name").containsExactly("orders.csv");
        assertThat(address()).startsWith("new/columns?dataset=");
        assertThat(left()).isEmpty();
    }

    @Test
    void anUploadAboveTheLimitIsRefusedInWordsAndLeavesNothing() throws IOException {
        open("new/data");
        upload("large.csv", "x".repeat(2000));

        assertThat(datasets.datasets).isEmpty();
        assertThat(text()).contains("This file is larger than 1 KB");
        assertThat(left()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsRefusedInTheReadersWordsAndLeavesNothing() throws IOException {
        datasets.failure = new UserFacingException("The file orders.csv is empty. Export it again.");
        open("new/data");
        upload("orders.csv", "");

        assertThat(text()).contains("The file orders.csv is empty. Export it again.");
        assertThat(address()).isEqualTo("new/data");
        assertThat(left()).isEmpty();
    }

    @Test
    void ofSeveralTablesOneIsChosenAndTheFileIsKeptUntilThen() throws IOException {
        datasets.catalogue = new SourceCatalogue(List.of(
                NOTES,
                FakeDatasets.table("2009", COLUMNS, true, true),
                FakeDatasets.table("2010", COLUMNS, true, true)));
        open("new/data");
        upload("orders.xlsx", "three sheets");

        assertThat(text())
                .contains("Which table?", "orders.xlsx holds 3 tables", "About 1,200 rows · 2 columns: Customer, Day")
                .contains("deleted when you leave this page");
        assertThat(datasets.uploaded).isEmpty();
        assertThat(left()).hasSize(1);
        assertThat(box("2009").getValue()).isTrue();
        assertThat(box("2010").getValue()).isTrue();
        test(box("2009")).click();
        read();
        assertThat(datasets.options).isEqualTo(new SourceOptions(List.of("2010"), null));
        assertThat(datasets.uploaded).isEqualTo("three sheets");
        assertThat(address()).startsWith("new/columns?dataset=");
        assertThat(left()).isEmpty();
    }

    @Test
    void whatWasProposedIsReadAsIfNothingHadBeenAsked() throws IOException {
        datasets.catalogue = new SourceCatalogue(List.of(NOTES, FakeDatasets.table("Orders", COLUMNS, true, true)));
        open("new/data");
        upload("orders.xlsx", "two sheets");
        read();

        assertThat(datasets.options).isEqualTo(SourceOptions.AUTOMATIC);
    }

    @Test
    void tablesOfOtherColumnsAreNotReadTogether() throws IOException {
        datasets.catalogue = new SourceCatalogue(List.of(NOTES, FakeDatasets.table("Orders", COLUMNS, true, true)));
        open("new/data");
        upload("orders.xlsx", "two sheets");
        test(box("Notes")).click();

        assertThat(box("Orders").getValue()).isFalse();
        test(box("Notes")).click();
        assertThat(find(Button.class).withText("Read it").single().isEnabled()).isFalse();
    }

    @Test
    void whetherTheFirstRowNamesTheColumnsIsAskedWhereItIsNotEvident() throws IOException {
        datasets.catalogue =
                new SourceCatalogue(List.of(FakeDatasets.table("", List.of("Column 1", "Column 2"), false, true)));
        open("new/data");
        upload("cdnow.txt", "1 2");

        assertThat(text()).contains("does not recognise the first row of cdnow.txt");
        test(box("The first row names the columns")).click();
        push();
        assertThat(datasets.looked).isEqualTo(new SourceOptions(List.of(), true));
        assertThat(left()).hasSize(1);
        read();
        assertThat(datasets.options).isEqualTo(new SourceOptions(List.of(), true));
        assertThat(left()).isEmpty();
    }

    @Test
    void whoeverLeavesWithoutChoosingLeavesNothing() throws IOException {
        datasets.catalogue = new SourceCatalogue(List.of(NOTES, FakeDatasets.table("2009", COLUMNS, true, true)));
        open("new/data");
        upload("orders.xlsx", "two sheets");
        assertThat(left()).hasSize(1);
        open("");

        assertThat(left()).isEmpty();
        open("new/data");
        upload("orders.xlsx", "two sheets");
        test(find(Button.class).withText("Choose another file").single()).click();
        assertThat(left()).isEmpty();
        assertThat(find(Upload.class).exists()).isTrue();
    }

    private Checkbox box(String label) {
        return find(Checkbox.class).withLabel(label).single();
    }

    private void read() {
        test(find(Button.class).withText("Read it").single()).click();
        push();
    }

    // the testers declare their component as a raw type
    @SuppressWarnings("unchecked")
    private void upload(String name, String content) {
        Upload upload = find(Upload.class).single();
        test(UploadTester.class, upload).upload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
        push();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(home.temporary())) {
            return files.toList();
        }
    }
}
