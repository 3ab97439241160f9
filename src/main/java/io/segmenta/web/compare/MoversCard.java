package io.segmenta.web.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.signals.Signal;
import io.segmenta.engine.segment.Journeys.Order;
import io.segmenta.engine.segment.Migration;
import io.segmenta.service.compare.CompareService;
import io.segmenta.service.compare.Mover;
import io.segmenta.web.compare.Side.Place;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.Narrow;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The customers who went one way, read page by page as one scrolls, and as a file. */
final class MoversCard extends Section {
    private final transient CompareService comparisons;
    private final transient Compared compared;
    private final transient Runnable changed;
    private final ComboBox<Place> from;
    private final ComboBox<Place> to;
    private final Paragraph sentence = new Paragraph();
    private final Grid<Mover> grid = new Grid<>();

    /** @param changed is called when the user chooses other customers */
    MoversCard(CompareService comparisons, Compared compared, Runnable changed) {
        this.comparisons = comparisons;
        this.compared = compared;
        this.changed = changed;
        addClassName("card");
        setId("who");
        from = box("compare.from", compared.before());
        to = box("compare.to", compared.after());
        sentence.getElement().setAttribute("role", "status");
        sentence.addClassName("lead");
        Anchor download = new Anchor(handler(), getTranslation("compare.download"));
        download.addClassName("button-link");
        download.addComponentAsFirst(Glyph.DOWNLOAD.svg());
        Div tools = new Div(from, to, download);
        tools.addClassName("grid-tools");
        H2 title = new H2(getTranslation("compare.who"));
        title.getElement().setAttribute("tabindex", "-1");
        add(title, sentence, tools, grid);
        columns();
        grid.setItems(this::page, query -> comparisons.count(query(Order.CUSTOMER, true, 0, 1)));
        refresh();
    }

    private ComboBox<Place> box(String key, Side side) {
        ComboBox<Place> box = new ComboBox<>(getTranslation(key));
        box.setItemLabelGenerator(Place::name);
        box.setItems(side.places());
        box.setPlaceholder(getTranslation("compare.anywhere"));
        box.setClearButtonVisible(true);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                refresh();
                changed.run();
            }
        });
        return box;
    }

    private void columns() {
        Signal<Boolean> wide = Narrow.not();
        grid.addClassName("customer-grid");
        grid.addThemeVariants(GridVariant.NO_ROW_BORDERS);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(getTranslation("compare.nobody"));
        grid.addColumn(Mover::customerId)
                .setHeader(getTranslation("explorer.customer"))
                .setSortProperty(Order.CUSTOMER.name())
                .setRowHeader(true)
                .setWidth("104px");
        grid.addColumn(new ComponentRenderer<Component, Mover>(mover -> badge(compared.before(), mover.from())))
                .setHeader(getTranslation("compare.from"))
                .setWidth("190px")
                .bindVisible(wide);
        grid.addColumn(new ComponentRenderer<Component, Mover>(mover -> badge(compared.after(), mover.to())))
                .setHeader(getTranslation("compare.to"))
                .setWidth("190px")
                .bindVisible(wide);
        money("compare.measure.money_before", Order.MONEY_BEFORE, Mover::moneyBefore);
        money("compare.measure.money_after", Order.MONEY_AFTER, Mover::moneyAfter);
        money("compare.change", Order.CHANGE, Mover::change).bindVisible(wide);
    }

    private Grid.Column<Mover> money(String key, Order order, ValueProvider<Mover, Double> value) {
        return grid.addColumn(mover -> compared.formats().money(value.apply(mover)))
                .setHeader(getTranslation(key))
                .setSortProperty(order.name())
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("116px");
    }

    private static Component badge(Side side, int cluster) {
        Place place = side.place(cluster);
        Span badge = new Span(place.name());
        badge.addClassNames("persona-badge", place.colour());
        return badge;
    }

    /** Shows the customers of a way that was chosen elsewhere on the page. */
    void choose(@Nullable Integer source, @Nullable Integer target) {
        from.setValue(place(compared.before(), source));
        to.setValue(place(compared.after(), target));
        refresh();
    }

    /** Brings it into view, and the keyboard to it. */
    void reveal() {
        getElement().executeJs("this.scrollIntoView(); this.querySelector('h2').focus({preventScroll: true})");
    }

    private static @Nullable Place place(Side side, @Nullable Integer cluster) {
        return side.places().stream()
                .filter(place -> cluster != null && place.cluster() == cluster)
                .findFirst()
                .orElse(null);
    }

    @Nullable Integer from() {
        return from.getValue() == null ? null : from.getValue().cluster();
    }

    @Nullable Integer to() {
        return to.getValue() == null ? null : to.getValue().cluster();
    }

    private void refresh() {
        int count = comparisons.count(query(Order.CUSTOMER, true, 0, 1));
        sentence.setText(
                getTranslation("compare.who.sentence", count, compared.formats().count(count)));
        grid.getDataProvider().refreshAll();
    }

    private Stream<Mover> page(Query<Mover, Void> query) {
        QuerySortOrder order = query.getSortOrders().stream()
                .findFirst()
                .orElse(new QuerySortOrder(
                        Integer.valueOf(Migration.ABSENT).equals(to())
                                ? Order.MONEY_BEFORE.name()
                                : Order.MONEY_AFTER.name(),
                        SortDirection.DESCENDING));
        return comparisons
                .movers(query(
                        Order.valueOf(order.getSorted()),
                        order.getDirection() == SortDirection.ASCENDING,
                        query.getOffset(),
                        query.getLimit()))
                .stream();
    }

    private CompareService.Query query(Order order, boolean ascending, int offset, int limit) {
        return new CompareService.Query(
                compared.comparison().before(),
                compared.comparison().after(),
                from(),
                to(),
                order,
                ascending,
                offset,
                limit);
    }

    private DownloadHandler handler() {
        return event -> {
            event.setFileName(String.format(
                    Locale.ROOT,
                    "moved-%s-%s.csv",
                    compared.comparison().before(),
                    compared.comparison().after()));
            event.setContentType("text/csv");
            comparisons.write(query(Order.CUSTOMER, true, 0, 0), event.getOutputStream());
        };
    }
}
