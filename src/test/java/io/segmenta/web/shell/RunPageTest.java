package io.segmenta.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.service.run.RunStatus;
import io.segmenta.service.run.RunSummary;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeRuns;
import io.segmenta.testing.FakeServices;
import io.segmenta.web.component.EmptyState;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.ContextConfiguration;

/** What the layout and all pages of a run do, whatever they show; tried on the overview. */
@ContextConfiguration(classes = FakeServices.class)
@ViewPackages(
        packages = {
            "io.segmenta.web.shell",
            "io.segmenta.web.overview",
            "io.segmenta.web.segments",
            "io.segmenta.web.runs"
        })
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class RunPageTest extends SpringBrowserlessTest {

    @Autowired
    private FakeRuns runs;

    @Test
    void anUnknownRunIsNotFound() {
        UI.getCurrent().navigate("runs/99");
        assertThat(find(H1.class).single().getText()).isEqualTo("Page not found");
        assertThat(text()).contains("There is no run number 99 here.");
    }

    @Test
    void anIdThatIsNoNumberIsNotFound() {
        UI.getCurrent().navigate("runs/abc");
        assertThat(find(H1.class).single().getText()).isEqualTo("Page not found");
    }

    @Test
    void anIdTooLongForANumberIsNotFound() {
        UI.getCurrent().navigate("runs/99999999999999999999999");
        assertThat(find(H1.class).single().getText()).isEqualTo("Page not found");
    }

    @ParameterizedTest
    @EnumSource(
            value = RunStatus.class,
            names = {"CANCELLED", "INTERRUPTED", "FAILED", "SUCCEEDED"})
    void arunWithoutResultsSaysWhyAndCanBeRunAgain(RunStatus status) {
        runs.recipes.put(new RunId(1), Example.recipe());
        runs.summaries.put(new RunId(1), run(status, null));
        UI.getCurrent().navigate("runs/1");
        assertThat(find(EmptyState.class).exists()).isTrue();
        assertThat(text()).contains("This run has no results").doesNotContain("run.none");
        test(find(Button.class).withText("Run again").single()).click();
        assertThat(runs.summaries).containsKey(new RunId(2));
    }

    @Test
    void afailureIsToldInItsOwnWords() {
        runs.summaries.put(new RunId(1), run(RunStatus.FAILED, "No row was left. Check the columns."));
        UI.getCurrent().navigate("runs/1");
        assertThat(text()).contains("No row was left. Check the columns.");
    }

    @Test
    void theNavigationListsTheRunsPagesThatExist() {
        runs.addExample();
        UI.getCurrent().navigate("runs/1");
        SideNav run = find(SideNav.class).withClassName("run-nav").single();
        assertThat(run.getLabel()).isEqualTo("Spring campaign");
        assertThat(paths(run)).containsExactly("runs/1", "runs/1/segments");
    }

    @Test
    void outsideARunTheNavigationHasNoPagesOfARun() {
        UI.getCurrent().navigate("");
        assertThat(find(SideNav.class).withClassName("run-nav").exists()).isFalse();
    }

    private String text() {
        return find(MainLayout.class).single().getElement().getTextRecursively();
    }

    private static List<String> paths(SideNav nav) {
        return nav.getItems().stream().map(SideNavItem::getPath).toList();
    }

    private static RunSummary run(RunStatus status, @Nullable String failure) {
        RunSummary done = Example.summary(1);
        return new RunSummary(
                new RunId(1),
                done.name(),
                done.datasetName(),
                done.algorithm(),
                status,
                null,
                null,
                done.created(),
                null,
                UserName.LOCAL,
                failure);
    }
}
