package io.segmenta.web.person;

import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.orders.CustomerHistory;
import io.segmenta.engine.orders.Order;
import io.segmenta.engine.orders.Product;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.chart.ChartCard;
import io.segmenta.web.component.chart.ChartSpec;
import io.segmenta.web.component.chart.NumberStyle;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a customer bought: month by month, order by order, product by product. */
final class OrdersPart extends Div {
    /** Of a customer who buys daily nobody reads more. */
    private static final int MOST_ORDERS = 50;

    /** What fits beside each other. */
    private static final int MOST_MONTHS = 36;

    private final transient CustomerHistory history;
    private final transient Formats formats;

    OrdersPart(CustomerHistory history, Formats formats) {
        this.history = history;
        this.formats = formats;
        addClassName("parts");
        if (months().size() > 1) {
            add(timeline());
        }
        add(orders());
        if (!history.products().isEmpty()) {
            add(products());
        }
    }

    private List<YearMonth> months() {
        YearMonth last = YearMonth.from(history.orders().getFirst().day());
        YearMonth first = YearMonth.from(history.orders().getLast().day());
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .skip(Math.max(0, first.until(last, ChronoUnit.MONTHS) + 1 - MOST_MONTHS))
                .toList();
    }

    private ChartCard timeline() {
        Map<YearMonth, Double> spent = history.orders().stream()
                .collect(Collectors.groupingBy(
                        order -> YearMonth.from(order.day()), Collectors.summingDouble(Order::amount)));
        List<YearMonth> months = months();
        ChartSpec chart = ChartSpec.column(months.stream().map(this::name).toList())
                .withValues(
                        getTranslation("person.orders.amount"),
                        months.stream()
                                .map(month -> spent.getOrDefault(month, 0.0))
                                .toList(),
                        null)
                .withNumbers(NumberStyle.MONEY);
        return new ChartCard(
                getTranslation("person.timeline"),
                getTranslation(
                        "person.timeline.sentence",
                        months.size(),
                        formats.date(history.orders().getLast().day())),
                getTranslation("person.timeline.month"),
                chart,
                formats);
    }

    private String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, formats.locale()) + " " + month.getYear();
    }

    private Card orders() {
        List<Order> all = history.orders();
        FiguresTable table = new FiguresTable(getTranslation("person.orders"))
                .words(getTranslation("person.orders.number"))
                .words(getTranslation("person.orders.day"))
                .numbers(getTranslation("person.orders.gap"))
                .numbers(getTranslation("person.orders.lines"))
                .numbers(getTranslation("person.orders.pieces"))
                .numbers(getTranslation("person.orders.amount"))
                .stacked();
        for (int i = 0; i < Math.min(all.size(), MOST_ORDERS); i++) {
            Order order = all.get(i);
            table.row(
                    order.number(),
                    formats.date(order.day()),
                    i + 1 < all.size()
                            ? formats.count(
                                    ChronoUnit.DAYS.between(all.get(i + 1).day(), order.day()))
                            : "\u2013",
                    formats.count(order.lines()),
                    pieces(order.pieces()),
                    formats.money(order.amount()));
        }
        return Card.of(getTranslation("person.orders"), sentence(), table);
    }

    private String sentence() {
        int orders = history.orders().size();
        double bought = history.orders().stream().mapToDouble(Order::amount).sum();
        String sum = history.givenBack() > 0
                ? getTranslation(
                        "person.orders.net",
                        orders,
                        formats.money(bought),
                        formats.money(history.givenBack()),
                        formats.money(history.spent()))
                : getTranslation("person.orders.sum", orders, formats.money(bought));
        return orders > MOST_ORDERS ? sum + " " + getTranslation("person.orders.latest", MOST_ORDERS) : sum;
    }

    private Card products() {
        FiguresTable table = new FiguresTable(getTranslation("person.products"))
                .words(getTranslation("person.products.name"))
                .numbers(getTranslation("person.products.orders"))
                .numbers(getTranslation("person.orders.pieces"))
                .numbers(getTranslation("person.orders.amount"))
                .stacked();
        for (Product product : history.products()) {
            table.row(
                    product.name(),
                    formats.count(product.orders()),
                    pieces(product.pieces()),
                    formats.money(product.amount()));
        }
        return Card.of(
                getTranslation("person.products"),
                getTranslation(
                        "person.products.sentence", history.products().size(), formats.count(history.allProducts())),
                table);
    }

    private String pieces(double pieces) {
        return Double.isNaN(pieces) ? "\u2013" : formats.decimal(pieces, pieces == Math.rint(pieces) ? 0 : 2);
    }
}
