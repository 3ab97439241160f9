package io.segmenta.web.wizard.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import io.segmenta.base.UserFacingException;
import io.segmenta.run.Home;
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
    @Autowired
    private Home home;

    @Test
    void formatsAndTheLimitAreSaidAndTheStepIsMarked() {
        open("new/data");

        assertThat(text()).contains("CSV, Excel (XLSX, XLS) or a ZIP", "up to 1 KB", "Columns", "Training");
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
