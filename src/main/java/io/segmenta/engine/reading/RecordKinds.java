package io.segmenta.engine.reading;

import io.segmenta.engine.columns.NumberFormat;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.transactions.TransactionStore.Inquiry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tills write an order several times over: a row of the sale, one of each line, one of each payment, told apart by a column that says which. They are
 * found by their sums, which are the same in nearly every order; rows of one kind count.
 */
record RecordKinds() implements Inquiry<Optional<RecordKinds.Found>> {
    private static final int MOST_KINDS = 6;
    private static final int FEW_ORDERS = 5;
    private static final double NEARLY_ALL = 0.9;

    /**
     * @param header of the column that says it
     * @param counts the kind whose rows count
     * @param repeated the kinds that say the same once more
     */
    record Found(String header, String counts, List<String> repeated) {
        Found {
            repeated = List.copyOf(repeated);
        }

        String told() {
            return "\"" + header + "\" tells rows apart that carry the same total of an order: only \"" + counts
                    + "\" counts, not once more "
                    + repeated.stream().map(kind -> "\"" + kind + "\"").collect(Collectors.joining(", ")) + ".";
        }
    }

    private record Equal(ColumnFacts kind, List<String> values) {}

    static Optional<Found> in(TransactionStore store) {
        return store.once(new RecordKinds());
    }

    @Override
    public Optional<Found> answer(TransactionStore store) {
        List<ColumnFacts> facts = ColumnFacts.of(store);
        Names names = Names.of(store, facts);
        List<ColumnFacts> kinds = facts.stream()
                .filter(column -> store.derived(column.header()).isEmpty())
                .filter(column -> column.filled() >= NEARLY_ALL * column.rows()
                        && column.distinct() > 1
                        && column.distinct() <= MOST_KINDS
                        && !column.isNumber()
                        && !column.isDate())
                .toList();
        List<ColumnFacts> amounts = facts.stream()
                .filter(column -> column.isNumber()
                        && Field.MONEY.stream().anyMatch(field -> names.level(field, column.header()) > 0))
                .toList();
        if (kinds.isEmpty() || amounts.isEmpty()) {
            return Optional.empty();
        }
        return new Orders(store, facts, names)
                .order(Optional.empty())
                .filter(order -> order.distinct() < order.filled())
                .flatMap(order -> kinds.stream()
                        .filter(kind -> !kind.equals(order))
                        .flatMap(kind ->
                                amounts.stream().map(amount -> new Equal(kind, equal(store, order, kind, amount))))
                        .filter(equal -> !equal.values().isEmpty())
                        .max(Comparator.comparingInt(equal -> equal.values().size()))
                        .flatMap(equal -> found(store, facts, names, equal)));
    }

    /** Values of a column whose rows add up to the same in nearly every order that has both. */
    private static List<String> equal(TransactionStore store, ColumnFacts order, ColumnFacts kind, ColumnFacts amount) {
        NumberFormat numbers = NumberFormat.of(store, List.of(), List.of(amount.column()));
        String sums = "(SELECT trim(" + order.column() + ") AS o, trim(" + kind.column() + ") AS k, round(sum("
                + numbers.amount(amount.column()) + "), 6) AS s FROM " + ColumnFacts.SOME
                + " WHERE o <> '' AND k <> '' GROUP BY ALL HAVING s <> 0)";
        TreeSet<String> equal = new TreeSet<>();
        store.query(
                "SELECT a.k, b.k, count(*) AS n FROM " + sums + " a JOIN " + sums
                        + " b ON a.o = b.o AND a.k < b.k GROUP BY ALL HAVING n >= " + FEW_ORDERS
                        + " AND count(DISTINCT a.s) > 1 AND count(*) FILTER (abs(a.s - b.s) < 0.011 + 0.0005 * abs(b.s)) >= "
                        + NEARLY_ALL + " * n",
                row -> {
                    equal.add(String.valueOf(row.text(0)));
                    equal.add(String.valueOf(row.text(1)));
                });
        return List.copyOf(equal);
    }

    /**
     * Rows that know their date count before others, then those that know their product. Kinds that fill the same columns are different things
     * that cost the same, not one thing said twice.
     */
    private static Optional<Found> found(TransactionStore store, List<ColumnFacts> facts, Names names, Equal equal) {
        Map<String, double[]> filled = filled(store, facts, equal);
        ToDoubleFunction<String> dated = kind -> most(filled, kind, facts, ColumnFacts::isDate) >= NEARLY_ALL ? 1 : 0;
        ToDoubleFunction<String> named = kind ->
                most(filled, kind, facts, column -> names.level(Field.PRODUCT_ID, column.header()) > Names.WORD);
        return filled.keySet().stream()
                .max(Comparator.comparingDouble(dated).thenComparingDouble(named))
                .map(counts -> new Found(
                        equal.kind().header(),
                        counts,
                        filled.keySet().stream()
                                .filter(kind -> !kind.equals(counts) && differ(filled, kind, counts))
                                .toList()))
                .filter(found -> !found.repeated().isEmpty());
    }

    /** Share of the cells that hold something, by kind in the order of the file and by column. */
    private static Map<String, double[]> filled(TransactionStore store, List<ColumnFacts> facts, Equal equal) {
        Map<String, double[]> filled = new LinkedHashMap<>();
        String shares = facts.stream()
                .map(column -> "count(nullif(trim(" + column.column() + "), '')) / count(*)")
                .collect(Collectors.joining(", "));
        store.query(
                "SELECT trim(" + equal.kind().column() + ") AS k, " + shares + " FROM " + ColumnFacts.SOME
                        + " WHERE k IN ("
                        + equal.values().stream().map(Sql::text).collect(Collectors.joining(", "))
                        + ") GROUP BY k ORDER BY min(nr)",
                row -> filled.put(
                        String.valueOf(row.text(0)),
                        IntStream.rangeClosed(1, facts.size())
                                .mapToDouble(row::number)
                                .toArray()));
        return filled;
    }

    private static double most(
            Map<String, double[]> filled, String kind, List<ColumnFacts> facts, Predicate<ColumnFacts> some) {
        double[] shares = filled.getOrDefault(kind, new double[facts.size()]);
        return IntStream.range(0, facts.size())
                .filter(i -> some.test(facts.get(i)))
                .mapToDouble(i -> shares[i])
                .max()
                .orElse(0);
    }

    private static boolean differ(Map<String, double[]> filled, String one, String other) {
        double[] a = filled.getOrDefault(one, new double[0]);
        double[] b = filled.getOrDefault(other, new double[0]);
        return IntStream.range(0, a.length).anyMatch(i -> Math.abs(a[i] - b[i]) >= 2 * NEARLY_ALL - 1);
    }
}
