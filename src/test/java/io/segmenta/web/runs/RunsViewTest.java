package io.segmenta.web.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.notification.Notification;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeDatasets;
import io.segmenta.testing.FakeRuns;
import io.segmenta.testing.FakeServices;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.QualityBadge;
import io.segmenta.web.component.StatusBadge;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeServices.class)
@ViewPackages(classes = RunsView.class)
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class RunsViewTest extends SpringBrowserlessTest {

    @Autowired
    private FakeRuns runs;

    @Autowired
    private FakeDatasets datasets;

    @Test
    void afreshInstallationSaysWhatWouldBeHere() {
        navigate(RunsView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("Welcome to Segmenta");
        assertThat(find(EmptyState.class).exists()).isTrue();
        assertThat(find(Anchor.class).withText("New segmentation").single().getHref())
                .isEqualTo("new/data");
    }

    @Test
    void listsTheLatestRunFirst() {
        runs.addExample();
        runs.submit(Example.recipe(), new UserName("anna"));
        navigate(RunsView.class);
        RunsGrid grid = find(RunsGrid.class).single();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(test(grid).getRow(0).id()).isEqualTo(new RunId(2));
        assertThat(test(grid).getRow(1).id()).isEqualTo(new RunId(1));
    }

    @Test
    void afinishedRunShowsItsFiguresAndLeadsToItsOverview() {
        runs.addExample();
        navigate(RunsView.class);
        RunsGrid grid = find(RunsGrid.class).single();
        var name = test(grid).getCellComponent(0, 0);
        assertThat(find(Anchor.class, name).single().getText()).isEqualTo("Spring campaign");
        assertThat(find(Anchor.class, name).single().getHref()).isEqualTo("runs/1");
        assertThat(test(grid).getCellText(0, 1)).isEqualTo("k-means, 5 segments");
        assertThat(test(grid).getCellText(0, 2)).isEqualTo("4,339");
        assertThat(test(grid).getCellComponent(0, 3)).isInstanceOf(QualityBadge.class);
        assertThat(test(grid).getCellText(0, 5)).isEqualTo("local user");
    }

    @Test
    void arunThatIsNotDoneShowsItsStatusAndLeadsToItsTraining() {
        runs.submit(Example.recipe(), new UserName("anna"));
        navigate(RunsView.class);
        RunsGrid grid = find(RunsGrid.class).single();
        assertThat(find(Anchor.class, test(grid).getCellComponent(0, 0))
                        .single()
                        .getHref())
                .isEqualTo("runs/1/training");
        assertThat(test(grid).getCellText(0, 2)).isEqualTo("–");
        assertThat(test(grid).getCellComponent(0, 3))
                .isInstanceOfSatisfying(
                        StatusBadge.class, badge -> assertThat(badge.getText()).isEqualTo("Queued"));
    }

    @Test
    void theSampleLeadsToItsColumnsInOneClick() {
        navigate(RunsView.class);
        test(find(Button.class).withText("Try the sample data").single()).click();
        assertThat(datasets.list()).contains(FakeDatasets.SAMPLE);
        assertThat(address())
                .isEqualTo(
                        "new/check?dataset=" + FakeDatasets.SAMPLE.fingerprint().sha256());
    }

    @Test
    void asampleThatCannotBeReadSaysWhy() {
        navigate(RunsView.class);
        datasets.failure = new UserFacingException("The disk is full. Make some room.");
        test(find(Button.class).withText("Try the sample data").single()).click();
        assertThat(test(find(Notification.class).single()).getText()).isEqualTo("The disk is full. Make some room.");
    }

    @Test
    void deletesOnlyAfterAsking() {
        runs.addExample();
        navigate(RunsView.class);
        RunsGrid grid = find(RunsGrid.class).single();
        MenuBar menu = (MenuBar) test(grid).getCellComponent(0, 6);
        new MenuBarTester<>(menu).clickItem("⋯", "Delete");
        assertThat(runs.history()).hasSize(1);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(runs.history()).isEmpty();
        assertThat(find(EmptyState.class).exists()).isTrue();
    }

    private static String address() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }
}
