package io.segmenta.web.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.ViewTest;
import org.junit.jupiter.api.Test;

class DatasetsViewTest extends ViewTest {
    private void openWithTwo() {
        datasets.datasets.add(FakeDatasets.SAMPLE);
        datasets.datasets.add(FakeDatasets.RETAIL);
        datasets.made.put(FakeDatasets.RETAIL.fingerprint(), 3);
        open("datasets");
    }

    @Test
    void withoutADatasetItSaysWhatWouldBeHere() {
        open("datasets");

        assertThat(text()).contains("Your datasets will be listed here");
        assertThat(href("Add a dataset")).isEqualTo("new/data");
    }

    @Test
    void eachDatasetIsThereWithWhatItTakesUp() {
        openWithTwo();

        assertThat(text())
                .contains("2 datasets take up 5.0 MB")
                .contains("Online Retail.xlsx\nCSV, comma, UTF-8\n1,000\n65 KB\n2.5 MB\n3\nMar 1, 2026")
                .contains("Sample shop.csv\nCSV, comma, UTF-8\n1,000\n65 KB\n2.5 MB\n0\nMar 2, 2026");
    }

    @Test
    void oneLeadsToItsColumns() {
        datasets.datasets.add(FakeDatasets.RETAIL);
        open("datasets");

        assertThat(text()).contains("One dataset takes up 2.5 MB");
        assertThat(href("New segmentation"))
                .isEqualTo(
                        "new/check?dataset=" + FakeDatasets.RETAIL.fingerprint().sha256());
    }

    @Test
    void itIsRenamed() {
        openWithTwo();
        choose(1, "Rename");
        TextField name = find(TextField.class).withLabel("Name").single();
        assertThat(name.getValue()).isEqualTo("Online Retail.xlsx");
        test(name).setValue("Shop 2011");
        test(find(Button.class).withText("Rename").single()).click();

        assertThat(text()).contains("Shop 2011").doesNotContain("Online Retail.xlsx");
        assertThat(find(TextField.class).exists()).isFalse();
    }

    @Test
    void aNameThatCannotBeHadIsRefusedBesideIt() {
        openWithTwo();
        choose(1, "Rename");
        datasets.failure = new UserFacingException("A dataset needs a name.");
        test(find(Button.class).withText("Rename").single()).click();

        TextField name = find(TextField.class).withLabel("Name").single();
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo("A dataset needs a name.");
    }

    @Test
    void deletingSaysHowManyRunsGoWithIt() {
        openWithTwo();
        choose(1, "Delete");
        ConfirmDialog dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("header")).isEqualTo("Delete “Online Retail.xlsx”?");
        assertThat(dialog.getElement().getProperty("message")).contains("the 3 runs made from it");
        assertThat(dialog.getElement().getProperty("confirmText")).isEqualTo("Delete with 3 runs");
        assertThat(datasets.list()).hasSize(2);
        test(dialog).confirm();

        assertThat(datasets.list()).extracting(Dataset::name).containsExactly("Sample shop.csv");
        assertThat(text()).contains("One dataset takes up 2.5 MB");
    }

    @Test
    void onceTheLastIsDeletedThePageIsEmpty() {
        datasets.datasets.add(FakeDatasets.SAMPLE);
        open("datasets");
        choose(0, "Delete");
        ConfirmDialog dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("message")).contains("No run was made from it");
        test(dialog).confirm();

        assertThat(text()).contains("Your datasets will be listed here");
    }

    private void choose(int row, String action) {
        MenuBar menu = find(MenuBar.class).all().get(row);
        new MenuBarTester<>(menu).clickItem("⋯", action);
    }
}
