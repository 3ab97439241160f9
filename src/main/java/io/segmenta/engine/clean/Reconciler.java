package io.segmenta.engine.clean;

import io.segmenta.engine.base.Figures;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.Gap.Term;
import io.segmenta.engine.clean.Reconciliation.Kind;
import io.segmenta.engine.clean.Reconciliation.Part;
import io.segmenta.engine.clean.Reconciliation.Total;
import io.segmenta.engine.columns.SourceColumns;
import io.segmenta.engine.reading.Beside;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.StatedTotals;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds the totals of one file against its rows. */
public final class Reconciler {
    private static final String DECIMAL = " AS DECIMAL(38, 9))";
    /** Each row of an order may have been rounded. */
    private static final String ROUNDED_ROWS = "0.006 + 0.005 * n";

    private static final String IN_ONE_CURRENCY =
            "(SELECT * FROM held WHERE coalesce(drop_reason <> " + Sql.text(DropReason.CURRENCY.key()) + ", true))";
    private static final String ROUNDED_ROW = "0.011 + 0.0005 * abs(stated_total)";

    private final TransactionStore store;
    private final ColumnMapping mapping;
    private final CleaningRules rules;
    private final QualityReport report;
    private final Beside beside;
    private final List<String> orderTotals;
    private final Optional<String> lineTotal;
    private final Optional<String> price;
    /** Of discount, tax and shipping, in this order. */
    private final Map<String, String> between = new LinkedHashMap<>();

    private Reconciler(
            TransactionStore store, ColumnMapping mapping, CleaningRules rules, Reading reading, QualityReport report) {
        this.store = store;
        this.mapping = mapping;
        this.rules = rules;
        this.report = report;
        this.beside = reading.beside();
        this.orderTotals = mapping.header(Field.LINE_TOTAL)
                        .or(() -> mapping.header(Field.UNIT_PRICE))
                        .isEmpty()
                ? List.of()
                : beside.orderTotals().stream().filter(this::isFree).toList();
        this.lineTotal = mapping.header(Field.LINE_TOTAL)
                .or(() -> Optional.ofNullable(reading.proposal().suggestions().get(Field.LINE_TOTAL))
                        .flatMap(suggestion -> suggestion.header())
                        .filter(this::isFree));
        this.price = mapping.header(Field.UNIT_PRICE)
                .filter(header -> store.headers().contains(header))
                .or(() -> Optional.ofNullable(beside.price()).filter(this::isFree))
                .filter(header -> mapping.header(Field.QUANTITY).isPresent() && lineTotal.isPresent());
        Stream.of(beside.discounts(), beside.taxes(), beside.shipping())
                .flatMap(List::stream)
                .filter(this::isFree)
                .forEach(header -> between.putIfAbsent(header, "k" + between.size()));
    }

    /**
     * Holds each total of the file against the rows; costs nothing where there is none.
     *
     * @param report of the rows cleaned by the rules with the mapping
     * @param today of the reader
     */
    public static Reconciliation reconcile(
            TransactionStore store,
            ColumnMapping mapping,
            CleaningRules rules,
            Reading reading,
            QualityReport report,
            LocalDate today,
            Progress progress) {
        return new Reconciler(store, mapping, rules, reading, report).reconcile(today, progress);
    }

    private boolean isFree(String header) {
        return !mapping.headers().containsValue(header) && store.headers().contains(header);
    }

    private Reconciliation reconcile(LocalDate today, Progress progress) {
        List<Double> stated = store.has(StatedTotals.TABLE) ? stated(SourceColumns.of(store, mapping)) : List.of();
        List<Total> totals = new ArrayList<>();
        if (stated.isEmpty() && orderTotals.isEmpty() && price.isEmpty()) {
            return Reconciliation.NOTHING;
        }
        hold(SourceColumns.of(store, mapping), today, progress);
        if (!stated.isEmpty()) {
            totals.add(ofFile(stated));
        }
        for (int i = 0; i < orderTotals.size(); i++) {
            totals.add(total(
                    Kind.ORDER,
                    orderTotals.get(i),
                    "",
                    new Gap(store, "held_order", "o" + i, "amount", ROUNDED_ROWS).close(terms(this::ofOrder))));
        }
        price.ifPresent(header -> totals.add(total(
                Kind.ROW,
                lineTotal.orElseThrow(),
                "\"" + mapping.header(Field.QUANTITY).orElseThrow() + "\" × \"" + header + "\"",
                new Gap(store, IN_ONE_CURRENCY, "stated_total", "product", ROUNDED_ROW)
                        .close(terms(Reconciler::ofRow)))));
        store.execute("DROP TABLE held");
        store.execute("DROP TABLE held_order");
        return new Reconciliation(
                totals.stream().filter(total -> total.of() > 0).toList());
    }

    private static Total total(Kind kind, String column, String against, Gap.Closed closed) {
        return new Total(
                kind,
                column,
                against,
                closed.rows(),
                closed.agreeing(),
                closed.stated(),
                closed.counted(),
                closed.parts().stream()
                        .filter(part -> Math.abs(part.money()) >= Reconciliation.CENT)
                        .toList());
    }

    /** Figures that may be the file's total, the last row first; none where a table of the file has no such row. */
    private List<Double> stated(SourceColumns columns) {
        List<Double> figures = new ArrayList<>();
        // the file adds its currencies as they are
        if (rules.rates().isEmpty()) {
            store.query(
                    "SELECT sum(figure) FROM (SELECT line, " + columns.amount("cell") + " AS figure FROM "
                            + StatedTotals.TABLE + " WHERE header = " + Sql.text(money())
                            + ") GROUP BY line HAVING count(figure) = (SELECT count(DISTINCT part) FROM "
                            + StatedTotals.TABLE + ") ORDER BY line",
                    row -> figures.add(row.number(0)));
        }
        return figures;
    }

    /** The column under which the file adds up what counts here. */
    private String money() {
        return mapping.header(mapping.money())
                .map(header -> store.derived(header)
                        .filter(derived -> !store.headers().contains(header))
                        .map(derived -> derived.parts().getFirst())
                        .orElse(header))
                .orElseThrow();
    }

    /** Table {@code held}: all rows with what is compared; table {@code held_order}: the same of each order, once. */
    private void hold(SourceColumns columns, LocalDate today, Progress progress) {
        Judgement judgement = Judgement.of(store, mapping, rules, today, progress);
        StringBuilder numbers = new StringBuilder(number(columns, Optional.of(money()), "money"));
        numbers.append(number(columns, lineTotal, "stated_total"))
                .append(number(columns, price, "piece"))
                .append("CAST(quantity * piece" + DECIMAL + " AS product, ");
        for (int i = 0; i < orderTotals.size(); i++) {
            numbers.append(number(columns, Optional.of(orderTotals.get(i)), "o" + i));
        }
        between.forEach((header, name) -> numbers.append(number(columns, Optional.of(header), name)));
        store.execute(
                "CREATE OR REPLACE TEMP TABLE held AS SELECT * REPLACE (CASE WHEN status IN ("
                        + Stream.concat(Stream.of(""), beside.repeated().stream())
                                .map(Sql::text)
                                .collect(Collectors.joining(", "))
                        + ") THEN 0 ELSE amount END AS amount) FROM (SELECT status, " + numbers + judgement.columns()
                        + " FROM (" + judgement.typed() + "))",
                progress,
                "Holding the totals of the file against its rows");
        String orders = Stream.concat(
                        IntStream.range(0, orderTotals.size())
                                .mapToObj(i -> ", max_by(o" + i + ", abs(o" + i + ")) AS o" + i),
                        between.values().stream()
                                .map(k -> ", coalesce(max_by(" + k + ", abs(" + k + ")), 0) AS " + k + ", coalesce(sum("
                                        + k + "), 0) AS " + k + "_rows"))
                .collect(Collectors.joining());
        store.execute("CREATE OR REPLACE TEMP TABLE held_order AS SELECT count(*) AS n, sum(amount) AS amount" + orders
                + " FROM held WHERE invoice_id IS NOT NULL AND coalesce(drop_reason NOT IN ("
                + Sql.text(DropReason.CURRENCY.key()) + ", " + Sql.text(DropReason.OVERLAP.key()) + ", "
                + Sql.text(DropReason.DUPLICATE.key()) + "), true) GROUP BY customer_id, invoice_id");
    }

    private String number(SourceColumns columns, Optional<String> header, String name) {
        String worth = header.map(columns::number)
                .map(number -> Judgement.worth(rules, number))
                .orElse("NULL");
        return "CAST(" + worth + DECIMAL + " AS " + name + ", ";
    }

    private interface Ways {
        Stream<String> of(String header, String column);
    }

    private List<Term> terms(Ways ways) {
        return between.entrySet().stream()
                .flatMap(column ->
                        ways.of(column.getKey(), column.getValue()).map(sql -> new Term(column.getKey(), sql)))
                .toList();
    }

    /** Once an order, or the sum of its rows; a tax may be in the rows already. */
    private Stream<String> ofOrder(String header, String k) {
        if (beside.discounts().contains(header)) {
            return Stream.of("(-abs(" + k + "))", "(-abs(" + k + "_rows))", "(-amount * " + k + " / 100)");
        }
        return beside.taxes().contains(header)
                ? Stream.of(k, k + "_rows", "(-" + k + ")", "(-" + k + "_rows)")
                : Stream.of(k, k + "_rows");
    }

    private static Stream<String> ofRow(String header, String k) {
        String value = "coalesce(" + k + ", 0)";
        return Stream.of(
                "(-abs(" + value + "))",
                value,
                "CAST(-product * " + value + DECIMAL,
                "CAST(-product * " + value + " / 100" + DECIMAL);
    }

    /** The rows that were left out are parts; what lies between the total and all rows together may be a column beside them. */
    private Total ofFile(List<Double> stated) {
        List<Part> parts = new ArrayList<>();
        double[] sums = new double[2];
        store.query(
                "SELECT drop_reason, CASE WHEN drop_reason = " + Sql.text(DropReason.STATE.key())
                        + " THEN status END AS state, coalesce(sum(amount), 0) FROM held GROUP BY ALL",
                row -> {
                    String key = row.text(0);
                    sums[0] += row.number(2);
                    if (key == null) {
                        sums[1] += row.number(2);
                    } else if (DropReason.of(key) == DropReason.RETURN) {
                        parts.add(new Part("returns", DropReason.RETURN, row.number(2)));
                    } else {
                        DropReason reason = DropReason.of(key);
                        String state = row.text(1);
                        parts.add(new Part(
                                state == null ? Verdict.why(reason, rules, Figures.english(null)) : "\"" + state + "\"",
                                reason,
                                row.number(2)));
                    }
                });
        if (rules.returns() == Returns.NET) {
            // what went back was subtracted, as far as its customer had bought that much
            double subtracted = sums[1] - report.revenue();
            parts.replaceAll(part -> part.reason() == DropReason.RETURN
                    ? new Part(
                            "returns beyond what their customers bought", DropReason.RETURN, part.money() + subtracted)
                    : part);
        }
        double figure = stated.stream()
                .filter(total -> Math.abs(total - sums[0]) < 2 * Reconciliation.CENT)
                .findFirst()
                .orElse(stated.getFirst());
        parts.addAll(otherwise(figure - sums[0]));
        parts.removeIf(part -> Math.abs(part.money()) < Reconciliation.CENT);
        parts.sort((a, b) -> Double.compare(Math.abs(b.money()), Math.abs(a.money())));
        Total total = new Total(Kind.FILE, money(), "", 1, 1, figure, report.sales(), parts);
        return total.unexplained() == 0
                ? total
                : new Total(Kind.FILE, money(), "", 1, 0, figure, report.sales(), parts);
    }

    /** What makes the rest: the column added up as it stands, or discount, tax or shipping. None where nothing makes it to the cent. */
    private List<Part> otherwise(double rest) {
        if (Math.abs(rest) < 2 * Reconciliation.CENT) {
            return List.of();
        }
        List<Part> ways = new ArrayList<>();
        String asItStands = mapping.header(Field.LINE_TOTAL).isEmpty()
                        && mapping.header(Field.UNIT_PRICE).isPresent()
                ? "prices, added without their quantities"
                : "the same total on further rows of an order";
        add(ways, asItStands, "SELECT coalesce(sum(money), 0) - (SELECT coalesce(sum(amount), 0) FROM held) FROM held");
        terms(this::ofOrder)
                .forEach(term -> add(
                        ways,
                        "\"" + term.header() + "\"",
                        "SELECT coalesce(sum(" + term.sql() + "), 0) FROM held_order"));
        return Gap.subset(ways, 0, rest).orElse(List.of());
    }

    private void add(List<Part> ways, String words, String sql) {
        store.query(sql, row -> ways.add(new Part(words, null, row.number(0))));
    }
}
