package io.segmenta.engine.reading;

import io.segmenta.engine.columns.NumberFormat;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.Optional;

/**
 * Asks the first rows of a file how its numbers hang together.
 *
 * @param numbers how they are written
 * @param order column of the order numbers
 * @param product column of the products
 */
record Agreement(
        TransactionStore store, NumberFormat numbers, Optional<ColumnFacts> order, Optional<ColumnFacts> product) {
    /** A total may have been rounded once more than its parts. */
    private static final String TOLERANCE = "0.011 + 0.0005 * abs(";
    /** Orders of several rows that tell whether a column is the order's. */
    private static final int FEW_ORDERS = 2;

    private static final int ENOUGH_ROWS = 20;
    /** Of the rows: where there are more different prices, they say nothing. */
    private static final double FEW_PRICES = 0.3;

    private static final double FEWER = 0.6;

    /** @param share of the rows on which quantity × price is the total, and on how many there was something to multiply */
    record Product(double share, long telling) {}

    /** Whether quantity × price is the total; on rows that have all three. */
    Product product(ColumnFacts quantity, ColumnFacts price, ColumnFacts total) {
        Product[] found = {new Product(0, 0)};
        store.query(
                "SELECT count(*), count(*) FILTER (abs(q * p - t) <= " + TOLERANCE
                        + "t)), count(*) FILTER (abs(q) <> 1) FROM (SELECT "
                        + number(quantity) + " AS q, " + number(price) + " AS p, " + number(total) + " AS t FROM "
                        + ColumnFacts.SOME + ") WHERE q IS NOT NULL AND p IS NOT NULL AND t IS NOT NULL AND t <> 0",
                row -> found[0] = new Product(
                        row.integer(0) == 0 ? 0 : row.integer(1) / (double) row.integer(0), row.integer(2)));
        return found[0];
    }

    /** Whether a column holds any number but 0. */
    boolean hasNumbers(ColumnFacts column) {
        return store.number("SELECT count(*) FROM " + ColumnFacts.SOME + " WHERE " + number(column) + " <> 0") > 0;
    }

    /**
     * The part of the rows on which an amount less the discount, in money or in percent, is another one; 0 where there is no discount to tell by.
     *
     * @param amount SQL of a number
     */
    double less(String amount, ColumnFacts discount, ColumnFacts net) {
        double[] share = new double[1];
        String percent = "CASE WHEN d > 1 THEN d / 100 ELSE d END";
        store.query(
                "SELECT count(*), count(*) FILTER (abs(a - d - n) <= " + TOLERANCE + "n) OR abs(a * (1 - " + percent
                        + ") - n) <= " + TOLERANCE
                        + "n)), count(*) FILTER (d <> 0 AND abs(a - n) > 0.011) FROM (SELECT " + amount
                        + " AS a, abs(coalesce(" + number(discount) + ", 0)) AS d, " + number(net) + " AS n FROM "
                        + ColumnFacts.SOME + ") WHERE a IS NOT NULL AND n IS NOT NULL AND a <> 0",
                row -> share[0] = row.integer(2) == 0 ? 0 : row.integer(1) / (double) row.integer(0));
        return share[0];
    }

    /** Whether a column says the same on every row of an order, as a total of the order does. Not where hardly an order has several rows. */
    boolean ofOrder(ColumnFacts column) {
        if (order.isEmpty()) {
            return false;
        }
        boolean[] constant = new boolean[1];
        store.query(
                "SELECT count(*), count(*) FILTER (low = high), count(DISTINCT low) FROM (SELECT min(v) AS low, max(v) AS high FROM (SELECT "
                        + order.get().column() + " AS o, " + number(column) + " AS v FROM " + ColumnFacts.SOME
                        + ") WHERE o IS NOT NULL AND v IS NOT NULL GROUP BY o HAVING count(*) > 1)",
                row -> constant[0] =
                        row.integer(0) >= FEW_ORDERS && row.integer(1) >= 0.97 * row.integer(0) && row.integer(2) > 1);
        return constant[0];
    }

    /** Whether most orders have one row with a value and others without: what belongs to the order stands on its first row. */
    boolean onFirstRowOnly(ColumnFacts column) {
        if (order.isEmpty()) {
            return false;
        }
        boolean[] first = new boolean[1];
        store.query(
                "SELECT count(*), count(*) FILTER (n = 1) FROM (SELECT count(v) AS n FROM (SELECT "
                        + order.get().column()
                        + " AS o, " + number(column) + " AS v FROM " + ColumnFacts.SOME
                        + ") WHERE o IS NOT NULL GROUP BY o HAVING count(*) > 1)",
                row -> first[0] = row.integer(0) > 0 && row.integer(1) >= 0.9 * row.integer(0));
        return first[0];
    }

    /**
     * Whether an amount grows with the quantity within a product: then it is the money of the row, else the price of one. Empty where no
     * product was sold in different quantities.
     */
    Optional<Boolean> grows(ColumnFacts quantity, ColumnFacts amount) {
        double[] spread = new double[3];
        String product = this.product.map(ColumnFacts::column).orElse("'all'");
        store.query(
                "SELECT count(*), sum(whole), sum(one) FROM (SELECT stddev_pop(ln(a)) AS whole, stddev_pop(ln(a / q)) AS one FROM (SELECT "
                        + product + " AS product, " + number(quantity) + " AS q, " + number(amount) + " AS a FROM "
                        + ColumnFacts.SOME + ") WHERE q > 0 AND a > 0 GROUP BY product HAVING count(DISTINCT q) > 1)",
                row -> {
                    spread[0] = row.integer(0);
                    spread[1] = row.number(1);
                    spread[2] = row.number(2);
                });
        if (spread[0] == 0 || Math.abs(spread[1] - spread[2]) < 0.1 * Math.max(spread[1], spread[2])) {
            return Optional.empty();
        }
        return Optional.of(spread[2] < spread[1]);
    }

    /**
     * The same without products: a shop has few prices, so that an amount that grows with the quantity takes fewer values once it is divided by it.
     * Empty where neither is clearly fewer.
     */
    Optional<Boolean> growsByPrices(ColumnFacts quantity, ColumnFacts amount) {
        long[] different = new long[3];
        store.query(
                "SELECT count(*), count(DISTINCT round(a, 2)), count(DISTINCT round(a / q, 2)) FROM (SELECT "
                        + number(quantity) + " AS q, " + number(amount) + " AS a FROM " + ColumnFacts.SOME
                        + ") WHERE q > 0 AND a > 0",
                row -> {
                    for (int i = 0; i < different.length; i++) {
                        different[i] = row.integer(i);
                    }
                });
        boolean telling =
                different[0] >= ENOUGH_ROWS && Math.min(different[1], different[2]) <= FEW_PRICES * different[0];
        return telling && Math.min(different[1], different[2]) <= FEWER * Math.max(different[1], different[2])
                ? Optional.of(different[2] < different[1])
                : Optional.empty();
    }

    String number(ColumnFacts column) {
        return numbers.amount(column.column());
    }
}
