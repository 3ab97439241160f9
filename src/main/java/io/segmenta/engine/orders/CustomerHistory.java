package io.segmenta.engine.orders;

import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What one customer bought, from the {@code line}, {@code purchase} and {@code refund} tables that the cleaning left in the store.
 *
 * @param orders all, the latest first
 * @param products with most money first, at most {@link #MOST_PRODUCTS}
 * @param allProducts how many there are
 * @param givenBack money of returns that is taken off what they spent, in currency, at least 0
 */
public record CustomerHistory(List<Order> orders, List<Product> products, long allProducts, double givenBack) {
    public static final int MOST_PRODUCTS = 10;

    public CustomerHistory {
        orders = List.copyOf(orders);
        products = List.copyOf(products);
    }

    /** Of a customer the store does not know, nothing. */
    public static CustomerHistory of(TransactionStore store, String customer) {
        String theirs = " WHERE customer_id = " + Sql.text(customer);
        List<Order> orders = new ArrayList<>();
        store.query(
                "SELECT invoice_id, first_day, lines, quantity, CAST(amount AS DOUBLE) FROM purchase" + theirs
                        + " ORDER BY first_day DESC, last_day DESC, invoice_id DESC",
                row -> orders.add(new Order(
                        Objects.requireNonNullElse(row.text(0), ""),
                        Objects.requireNonNullElse(row.day(1), LocalDate.EPOCH),
                        row.integer(2),
                        row.number(3),
                        row.number(4))));
        List<Product> products = new ArrayList<>();
        long[] all = {0};
        // A product without a number goes by its description, one with a number by its first.
        store.query(
                "SELECT concat_ws(' · ', product_id, min(description)) AS name, count(DISTINCT invoice_id), sum(quantity),"
                        + " CAST(sum(amount) AS DOUBLE) AS money, count(*) OVER () FROM line" + theirs
                        + " AND coalesce(product_id, description) IS NOT NULL"
                        + " GROUP BY product_id, CASE WHEN product_id IS NULL THEN description END"
                        + " ORDER BY money DESC, name LIMIT " + MOST_PRODUCTS,
                row -> {
                    products.add(new Product(
                            Objects.requireNonNullElse(row.text(0), ""), row.integer(1), row.number(2), row.number(3)));
                    all[0] = row.integer(4);
                });
        return new CustomerHistory(
                orders, products, all[0], amount(store, "SELECT CAST(sum(netted) AS DOUBLE) FROM refund" + theirs));
    }

    private static double amount(TransactionStore store, String sql) {
        double[] found = {0};
        store.query(sql, row -> found[0] = row.number(0));
        return Double.isNaN(found[0]) ? 0 : found[0];
    }

    /** What they spent in all, as in the customer features: in currency, never below 0 by what came back. */
    public double spent() {
        double bought = orders.stream().mapToDouble(Order::amount).sum();
        return givenBack > 0 ? Math.max(bought - givenBack, 0) : bought;
    }
}
