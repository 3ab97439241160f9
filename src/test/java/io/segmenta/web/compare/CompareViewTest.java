package io.segmenta.web.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.segment.Migration.Direction;
import io.segmenta.engine.segment.Migration.Flow;
import io.segmenta.service.compare.Mover;
import io.segmenta.service.run.RunSummary;
import io.segmenta.testing.Example;
import io.segmenta.testing.FakeComparisons;
import io.segmenta.testing.ViewTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CompareViewTest extends ViewTest {
    @Autowired
    private FakeComparisons comparisons;

    private void twoRuns() {
        runs.addExample();
        runs.recipes.put(new RunId(2), Example.recipe());
        runs.results.put(new RunId(2), Example.result());
        runs.summaries.put(new RunId(2), Example.summary(2));
    }

    private void compare(String address) {
        twoRuns();
        open(address);
        push();
    }

    @Test
    void withoutTwoRunsItSaysHowToGetThem() {
        open("compare");
        assertThat(text()).contains("Two runs are needed", "New segmentation");
        runs.addExample();
        open("compare");
        find(Button.class).withText("On another day").single().click();
        assertThat(find(DatePicker.class).single().getValue()).isEqualTo(LocalDate.of(2011, 9, 9));
        find(Button.class).withText("Start").single().click();
        assertThat(runs.asked).containsExactly("run 1 until 2011-09-09");
        assertThat(address()).isEqualTo("runs/2/training");
    }

    @Test
    void takesTheLatestTwoWhereTheAddressDoesNotSay() {
        compare("compare");
        assertThat(find(ComboBox.class).withLabel("Before").single().getValue())
                .isEqualTo(runs.summaries.get(new RunId(1)));
        assertThat(find(ComboBox.class).withLabel("After").single().getValue())
                .isEqualTo(runs.summaries.get(new RunId(2)));
        assertThat(text())
                .contains("Customers in both\n58", "0 up, 1 down", "Added\n1", "Dropped\n1", "nearly the same");
    }

    @Test
    void countsAreATableWhoseCellsListTheirCustomers() {
        compare("compare?before=1&after=2");
        List<NativeButton> cells = find(NativeButton.class).all();
        NativeButton fallen = cells.stream()
                .filter(cell -> cell.getAriaLabel().orElse("").equals("VIP Champions to At Risk: 1. Show them"))
                .findFirst()
                .orElseThrow();
        test(fallen).click();
        assertThat(text()).contains("One customer.");
        assertThat(movers()).singleElement().extracting(Mover::customerId).isEqualTo("12401");
    }

    private List<Mover> movers() {
        Grid<?> grid = find(Grid.class).all().getLast();
        return grid.getGenericDataView().getItems().map(Mover.class::cast).toList();
    }

    @Test
    void theAddressHoldsWhoseCustomersAreListed() {
        compare("compare?before=1&after=2&from=-2");
        assertThat(movers()).singleElement().extracting(Mover::customerId).isEqualTo("12400");
        assertThat(text()).contains("Not yet a customer", "Not in this run");
    }

    @Test
    @SuppressWarnings("unchecked")
    void movesAreFilteredByDirection() {
        compare("compare");
        CheckboxGroup<Direction> filter =
                find(CheckboxGroup.class).withLabel("Only").single();
        assertThat(filter.getGenericDataView().getItems())
                .containsExactly(Direction.DOWN, Direction.STAYED, Direction.ADDED, Direction.DROPPED);
        filter.setValue(Set.of(Direction.DOWN));
        Grid<?> moves = find(Grid.class).all().getFirst();
        assertThat(moves.getGenericDataView().getItems().map(Flow.class::cast))
                .singleElement()
                .extracting(Flow::customers)
                .isEqualTo(1);
    }

    @Test
    @SuppressWarnings("unchecked")
    void moneyTakesThePlaceOfCustomers() {
        compare("compare");
        RadioButtonGroup<Measure> measure =
                find(RadioButtonGroup.class).withLabel("Show").single();
        measure.setValue(Measure.MONEY_BEFORE);
        assertThat(text()).contains("£9,504");
        FlowChart chart = find(FlowChart.class).single();
        assertThat(chart.getElement().getAttribute("aria-label"))
                .isEqualTo("0 customers moved up, 1 moved down, 57 stayed; 1 were added and 1 dropped.");
    }

    @Test
    void runsCanBeSwapped() {
        compare("compare?before=1&after=2");
        find(Button.class).all().stream()
                .filter(button ->
                        "Swap the two runs".equals(button.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow()
                .click();
        push();
        assertThat(find(ComboBox.class).withLabel("Before").single().getValue())
                .extracting(run -> ((RunSummary) run).id())
                .isEqualTo(new RunId(2));
        assertThat(text()).contains("Customers in both");
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        comparisons.failure = new UserFacingException("Run 1 has no results to compare. Choose a run that is done.");
        compare("compare?before=1&after=2");
        assertThat(text()).contains("These runs could not be compared", "Run 1 has no results to compare.");
    }

    @Test
    void oneRunIsNotComparedWithItself() {
        compare("compare?before=2&after=2");
        assertThat(text()).contains("Choose two different runs");
    }
}
