package io.segmenta.web.explorer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.ValueProvider;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.rhythm.State;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.results.AssignmentQuery.Sort;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.Paths;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The customers of a run, read page by page as one scrolls. */
final class CustomerGrid extends Grid<Assignment> {

    private final transient RunService runs;
    private final RunId run;
    private final transient Map<Integer, Segment> segments;
    private final Formats formats;
    private transient Consumer<String> counted = count -> {};
    private String search = "";
    private Set<Integer> clusters = Set.of();
    private Set<State> states = Set.of();

    CustomerGrid(RunService runs, FinishedRun run) {
        this.runs = runs;
        this.run = run.id();
        this.segments =
                run.result().segments().stream().collect(Collectors.toMap(Segment::cluster, Function.identity()));
        this.formats = run.formats();
        addClassName("customer-grid");
        addThemeVariants(GridVariant.NO_ROW_BORDERS);
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(getTranslation("explorer.nobody"));
        addColumn(new ComponentRenderer<Component, Assignment>(
                        customer -> Paths.customer(this.run, customer.customerId())))
                .setHeader(getTranslation("explorer.customer"))
                .setSortProperty(Sort.CUSTOMER_ID.name())
                .setKey(Sort.CUSTOMER_ID.name())
                .setRowHeader(true)
                .setWidth("120px");
        addColumn(new ComponentRenderer<Component, Assignment>(this::badge))
                .setHeader(getTranslation("explorer.segment"))
                .setSortProperty(Sort.CLUSTER.name())
                .setKey(Sort.CLUSTER.name())
                .setWidth("210px");
        if (run.result().insights().states() != null) {
            addColumn(CustomerGrid::state)
                    .setHeader(getTranslation("explorer.state"))
                    .setKey("STATE")
                    .setWidth("120px");
        }
        number(Sort.RECENCY, "recency", customer -> formats.count(customer.recencyDays()));
        number(Sort.FREQUENCY, "frequency", customer -> formats.count(customer.frequency()));
        number(Sort.MONETARY, "monetary", customer -> formats.money(customer.monetary()));
        number(Sort.AVERAGE_BASKET_SIZE, "basket", customer -> formats.decimal(customer.averageBasketSize(), 1));
        number(Sort.CLV, "clv", customer -> formats.money(customer.clv())).setVisible(false);
        setItems(this::page, query -> count());
    }

    void search(String part) {
        search = part.strip();
        refresh();
    }

    void showOnly(Set<Integer> chosen) {
        clusters = chosen;
        refresh();
    }

    void showStates(Set<State> chosen) {
        states = chosen;
        refresh();
    }

    /** Calls back with the written number of customers that match, now and after each change. */
    void onCount(Consumer<String> listener) {
        counted = listener;
        counted.accept(formats.count(count()));
    }

    private void refresh() {
        getDataProvider().refreshAll();
        counted.accept(formats.count(count()));
    }

    private Column<Assignment> number(Sort sort, String key, ValueProvider<Assignment, String> text) {
        return addColumn(text)
                .setHeader(getTranslation("explorer." + key))
                .setSortProperty(sort.name())
                .setKey(sort.name())
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
    }

    private Component badge(Assignment customer) {
        Segment segment = segments.get(customer.cluster());
        return segment == null ? new Span(getTranslation("explorer.outlier")) : new PersonaBadge(segment);
    }

    private static String state(Assignment customer) {
        Standing standing = customer.standing();
        return standing == null ? "" : standing.state().label();
    }

    private Stream<Assignment> page(Query<Assignment, Void> query) {
        QuerySortOrder order = query.getSortOrders().stream()
                .findFirst()
                .orElse(new QuerySortOrder(Sort.MONETARY.name(), SortDirection.DESCENDING));
        return runs
                .assignments(new AssignmentQuery(
                        run,
                        search,
                        clusters,
                        states,
                        Sort.valueOf(order.getSorted()),
                        order.getDirection() == SortDirection.ASCENDING,
                        query.getOffset(),
                        query.getLimit()))
                .stream();
    }

    private int count() {
        return runs.count(new AssignmentQuery(run, search, clusters, states, Sort.CUSTOMER_ID, true, 0, 1));
    }
}
