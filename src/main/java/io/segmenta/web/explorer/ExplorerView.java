package io.segmenta.web.explorer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.chart.Scatter3d;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.util.List;
import java.util.Set;

/** All customers of a run: as points in space and as a table, both filtered by segment. */
@Route(value = Paths.EXPLORER, layout = MainLayout.class)
public final class ExplorerView extends RunPage {

    private final transient RunService runs;

    public ExplorerView(RunService runs) {
        super(Destination.EXPLORER, runs);
        this.runs = runs;
    }

    @Override
    protected void show(FinishedRun run) {
        List<Segment> segments = run.result().segments();
        CustomerCloud cloud = new CustomerCloud(runs, run);
        Scatter3d scatter = new Scatter3d(() -> cloud.data(this::getTranslation), cloud.sentence(this::getTranslation));
        CustomerGrid grid = new CustomerGrid(runs, run);
        SegmentFilter filter = new SegmentFilter(segments);
        filter.addValueChangeListener(change -> {
            Set<Integer> clusters = SegmentFilter.clusters(change.getValue());
            scatter.showOnly(clusters);
            grid.showOnly(clusters);
        });
        add(
                new PageHeader(getTranslation("page.explorer"), getTranslation("explorer.sentence")),
                filter,
                Card.of(getTranslation("explorer.space"), cloud.sentence(this::getTranslation), scatter));
        Card table = table(grid);
        if (run.result().insights().states() != null) {
            StateFilter states = new StateFilter();
            states.addValueChangeListener(change -> grid.showStates(change.getValue()));
            table.addComponentAtIndex(1, states);
        }
        add(table);
    }

    private Card table(CustomerGrid grid) {
        TextField search = new TextField();
        search.setAriaLabel(getTranslation("explorer.search"));
        search.setPlaceholder(getTranslation("explorer.search"));
        search.setPrefixComponent(Glyph.SEARCH.svg());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> grid.search(change.getValue()));
        Span matching = new Span();
        matching.addClassName("quiet");
        matching.getElement().setAttribute("role", "status");
        grid.onCount(count -> matching.setText(getTranslation("explorer.matching", count)));
        Div tools = new Div(search, matching, new ColumnChooser(grid));
        tools.addClassName("grid-tools");
        return new Card(new H2(getTranslation("explorer.table")), tools, grid);
    }
}
