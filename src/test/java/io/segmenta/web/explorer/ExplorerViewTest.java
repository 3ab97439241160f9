package io.segmenta.web.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.textfield.TextField;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.results.AssignmentQuery.Sort;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeRuns;
import io.segmenta.testing.FakeServices;
import io.segmenta.web.component.chart.Scatter3d;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeServices.class)
@ViewPackages(classes = ExplorerView.class)
@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
class ExplorerViewTest extends SpringBrowserlessTest {

    @Autowired
    private FakeRuns runs;

    private CustomerGrid grid;

    @BeforeEach
    void open() {
        runs.addExample();
        runs.customers.add(new Assignment("free <b>", 5, 1, 0, 1, 0, false, 4, null, null));
        navigate(ExplorerView.class, Map.of("run", "1"));
        grid = find(CustomerGrid.class).single();
    }

    @Test
    void theBiggestSpendersComeFirst() {
        assertThat(test(grid).size()).isEqualTo(61);
        assertThat(test(grid).getRow(0).monetary()).isEqualTo(9514);
        assertThat(test(grid).getRow(60).monetary()).isZero();
    }

    @Test
    void searchFindsPartsOfAnId() {
        test(find(TextField.class).single()).setValue("1240");
        assertThat(test(grid).size()).isEqualTo(10);
        assertThat(text()).contains("10 customers");
        test(find(TextField.class).single()).setValue("nobody");
        assertThat(test(grid).size()).isZero();
        assertThat(text()).contains("0 customers");
    }

    @Test
    void segmentsFilterTheTableAndThePoints() {
        Segment lost = Example.segments().getLast();
        find(SegmentFilter.class).single().setValue(Set.of(lost));
        assertThat(test(grid).size()).isEqualTo(12);
        assertThat(find(Scatter3d.class).single().getElement().getPropertyRaw("clusters"))
                .hasToString("[" + lost.cluster() + "]");
        find(SegmentFilter.class).single().clear();
        assertThat(test(grid).size()).isEqualTo(61);
    }

    @Test
    void sortsByAnyColumn() {
        test(grid).sortByColumn(Sort.RECENCY.name(), com.vaadin.flow.data.provider.SortDirection.ASCENDING);
        assertThat(test(grid).getRow(0).recencyDays()).isEqualTo(5);
        test(grid).sortByColumn(Sort.RECENCY.name(), com.vaadin.flow.data.provider.SortDirection.DESCENDING);
        assertThat(test(grid).getRow(0).recencyDays()).isEqualTo(176);
    }

    @Test
    void columnsCanBeShownAndHidden() {
        ColumnChooser chooser = find(ColumnChooser.class).single();
        var clv = grid.getColumnByKey(Sort.CLV.name());
        assertThat(clv.isVisible()).isFalse();
        var items = chooser.getItems().getFirst().getSubMenu().getItems();
        assertThat(items).hasSize(grid.getColumns().size() - 1);
        new MenuBarTester<>(chooser).clickItem(0, 6);
        assertThat(clv.isVisible()).isTrue();
        new MenuBarTester<>(chooser).clickItem(0, 6);
        assertThat(clv.isVisible()).isFalse();
    }

    private String text() {
        return find(ExplorerView.class).single().getElement().getTextRecursively();
    }
}
