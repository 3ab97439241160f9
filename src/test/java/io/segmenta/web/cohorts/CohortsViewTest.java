package io.segmenta.web.cohorts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.cohort.CohortTable;
import io.segmenta.engine.pipeline.Insights;
import io.segmenta.testing.Example;
import io.segmenta.testing.ViewTest;
import io.segmenta.web.component.chart.Chart;
import io.segmenta.web.component.form.OneOf;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CohortsViewTest extends ViewTest {
    @BeforeEach
    void run() {
        runs.addExample();
        runs.results.put(new RunId(1), Example.result());
    }

    private List<String> cells() {
        return find(Span.class).all().stream()
                .filter(span -> span.getElement().getClassList().contains("heat"))
                .map(Span::getText)
                .toList();
    }

    @Test
    void allCustomersByMonth() {
        open("runs/1/cohorts");
        assertThat(cells()).containsExactly("100%", "30%\u2009*", "100%\u2009*");
        assertThat(text())
                .contains("Nov 2011", "Dec 2011")
                .contains("The data end on Dec 9, 2011: a figure with * is of a month that is not over")
                .contains("The data begin on Nov 3, 2011")
                .contains("No month after a first one is over yet.");
        assertThat(find(Chart.class).all()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void ofOneCountryInMoney() {
        open("runs/1/cohorts");
        Select<CohortTable> customers =
                find(Select.class).withCaption("Customers").single();
        assertThat(customers.getListDataView().getItems().map(customers.getItemLabelGenerator()))
                .containsExactly("All customers (110)", "Country: United Kingdom (80)", "Country: all others (30)");
        customers.setValue(Example.cohorts().tables().get(2));
        OneOf<Measure> measure = (OneOf<Measure>) find(OneOf.class).single();
        measure.setValue(Measure.CUMULATIVE);
        assertThat(cells()).containsExactly("£100", "£125\u2009*", "£70\u2009*");
        measure.setValue(Measure.BUYERS);
        assertThat(cells()).containsExactly("20", "10\u2009*", "10\u2009*");
        measure.setValue(Measure.REVENUE);
        assertThat(cells()).containsExactly("£2,000", "£500\u2009*", "£700\u2009*");
    }

    @Test
    void aRunOfAnEarlierVersionSaysThatItHasNone() {
        runs.results.put(new RunId(1), Example.with(Example.result(), Insights.NONE));
        open("runs/1/cohorts");
        assertThat(text()).contains("No cohorts here", "made by an earlier version");
        assertThat(cells()).isEmpty();
    }
}
