package io.segmenta.web.wizard.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceNotes;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.ingest.table.TableLink;
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
                        "CSV, Excel, OpenDocument, JSON, Parquet or SQLite, also packed as ZIP or GZ",
                        "up to 1 KB",
                        "Check",
                        "Training");
        assertThat(text()).doesNotContain("Data from before");
    }

    @Test
    void oneClickReadsTheSampleAndLeadsToItsColumns() {
        open("new/data");
        test(find(Button.class).withText("Use the sample data").single()).click();
        push();

        assertThat(address())
                .isEqualTo(
                        "new/check?dataset=" + FakeDatasets.SAMPLE.fingerprint().sha256());
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
                .isEqualTo(
                        "new/check?dataset=" + FakeDatasets.RETAIL.fingerprint().sha256());
    }

    @Test
    void anUploadIsReadOnceAndItsTemporaryFileGoes() throws IOException {
        open("new/data");
        upload("orders.csv", "CustomerID,InvoiceID\n1,2\n");

        assertThat(datasets.uploaded).isEqualTo("CustomerID,InvoiceID\n1,2\n");
        assertThat(datasets.datasets).extracting("name").containsExactly("orders.csv");
        assertThat(address()).startsWith("new/check?dataset=");
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
        assertThat(datasets.options).isEqualTo(SourceOptions.AUTOMATIC);
        assertThat(left()).hasSize(1);
        assertThat(box("2009").getValue()).isTrue();
        assertThat(box("2010").getValue()).isTrue();
        test(box("2009")).click();
        press("Read it");
        assertThat(datasets.options).isEqualTo(new SourceOptions(List.of("2010"), null));
        assertThat(datasets.uploaded).isEqualTo("three sheets");
        assertThat(box("2009").getValue()).isFalse();
        press("Continue");
        assertThat(address()).startsWith("new/check?dataset=");
        assertThat(left()).isEmpty();
        // what was proposed and not wanted does not stay
        assertThat(datasets.datasets).hasSize(1);
        assertThat(datasets.rememberedSource).isEqualTo(new SourceOptions(List.of("2010"), null));
    }

    @Test
    void whatWasProposedIsReadOnceAndTheNextFileIsNotAskedAbout() throws IOException {
        datasets.catalogue = new SourceCatalogue(List.of(NOTES, FakeDatasets.table("Orders", COLUMNS, true, true)));
        open("new/data");
        upload("orders.xlsx", "two sheets");
        press("Continue");

        assertThat(datasets.options).isEqualTo(SourceOptions.AUTOMATIC);
        assertThat(datasets.datasets).hasSize(1);
        datasets.datasets.clear();
        open("new/data");
        upload("orders.xlsx", "two sheets more");
        assertThat(address()).startsWith("new/check?dataset=");
        assertThat(left()).isEmpty();
    }

    @Test
    void whoeverBringsAFileOnceMoreMayReadItAnotherWay() throws IOException {
        datasets.catalogue = new SourceCatalogue(List.of(NOTES, FakeDatasets.table("Orders", COLUMNS, true, true)));
        open("new/data");
        upload("orders.xlsx", "two sheets");
        press("Continue");
        open("new/data");
        upload("orders.xlsx", "two sheets");

        assertThat(text()).contains("Which table?");
        press("Choose another file");
        assertThat(datasets.datasets).hasSize(1);
    }

    @Test
    void howTablesAreJoinedIsShownWithCountsAndCanBeChanged() throws IOException {
        datasets.catalogue = new SourceCatalogue(List.of(
                NOTES,
                FakeDatasets.table("Orders", COLUMNS, true, true),
                FakeDatasets.table("Lines", List.of("Order", "Piece"), true, false),
                FakeDatasets.table("People", List.of("Customer", "Name"), true, false)));
        datasets.reading = new SourceNotes(
                List.of("\"Notes\" is not read."),
                List.of(
                        new TableLink("Lines", 2155, "Orders", 830, List.of("Order", "Branch"), 2150, 3),
                        new TableLink("Orders", 830, "People", 91, List.of("Customer"), 830, 0)),
                null);
        open("new/data");
        upload("orders.sqlite", "four tables");

        assertThat(text())
                .contains("Lines\n2,155 rows", "by Order + Branch\n2,155 rows in\n2,155 out\n5 without a partner")
                .contains("3 rows of Orders that none leads to", "by Customer\n830 rows in\n830 out\n0 without")
                .contains("Every row of Lines stays once: 2,155 rows together.", "\"Notes\" is not read.")
                .contains("First rows of Lines");
        assertThat(box("Notes").getValue()).isFalse();
        assertThat(List.of(box("Orders"), box("Lines"), box("People")))
                .extracting(Checkbox::getValue)
                .containsOnly(true);
        test(box("People")).click();
        press("Read it");
        assertThat(datasets.options).isEqualTo(new SourceOptions(List.of("Orders", "Lines"), null));
        test(box("Join tables over their keys")).click();
        push();
        assertThat(datasets.options).isEqualTo(new SourceOptions(List.of(), null, null, false));
    }

    @Test
    void theEncodingThatWasDecidedIsShownAndChangedWithOneChoice() throws IOException {
        datasets.reading = new SourceNotes(List.of(), List.of(), "Windows-1252");
        open("new/data");
        upload("orders.csv", "Zo\u00eb");

        assertThat(text()).contains("Its text is read as Windows-1252.");
        datasets.reading = new SourceNotes(List.of(), List.of(), "Mac Roman");
        choose("Mac Roman");
        assertThat(datasets.options).isEqualTo(new SourceOptions(List.of(), null, "Mac Roman"));
        assertThat(datasets.looked.encoding()).isEqualTo("Mac Roman");
        press("Continue");
        assertThat(address()).startsWith("new/check?dataset=");
        assertThat(datasets.rememberedSource).isEqualTo(datasets.options);
    }

    @Test
    void aWayThatCannotBeReadIsRefusedAndTheOthersStay() throws IOException {
        datasets.catalogue = new SourceCatalogue(List.of(
                FakeDatasets.table("2009", COLUMNS, true, true), FakeDatasets.table("2010", COLUMNS, true, true)));
        open("new/data");
        upload("orders.xlsx", "two sheets");
        test(box("2009")).click();
        datasets.unreadable = new UserFacingException("2010 has a header but no rows.");
        press("Read it");

        assertThat(text()).contains("2010 has a header but no rows.");
        assertThat(datasets.datasets).hasSize(1);
        test(box("2009")).click();
        press("Read it");
        assertThat(text()).doesNotContain("2010 has a header but no rows.");
        press("Continue");
        assertThat(address()).startsWith("new/check?dataset=");
    }

    @Test
    void howTheChosenDatasetWasReadStandsOnThePage() throws IOException {
        datasets.reading = new SourceNotes(List.of("\"Notes\" is not read."), List.of(), null);
        open("new/data");
        upload("orders.csv", "a,b");
        open("new/data?dataset=" + datasets.datasets.getFirst().fingerprint().sha256());

        assertThat(text()).contains("How orders.csv was read", "\"Notes\" is not read.");
        assertThat(href("Continue with it")).startsWith("new/check?dataset=");
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

        assertThat(text()).contains("had to decide how cdnow.txt is written");
        test(box("The first row names the columns")).click();
        push();
        assertThat(datasets.looked).isEqualTo(new SourceOptions(List.of(), true));
        assertThat(left()).hasSize(1);
        press("Continue");
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
        press("Choose another file");
        assertThat(left()).isEmpty();
        assertThat(find(Upload.class).exists()).isTrue();
    }

    private Checkbox box(String label) {
        return find(Checkbox.class).withLabel(label).single();
    }

    private void press(String button) {
        test(find(Button.class).withText(button).single()).click();
        push();
    }

    // a select of what is not known when it is found
    @SuppressWarnings("unchecked")
    private void choose(String encoding) {
        test(find(Select.class).single()).selectItem(encoding);
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
