package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.Locale;
import java.util.Optional;

/** One service address or one wholesaler with a large part of all rows or of all money: an average that holds for nobody else. */
record LargestCustomer(TransactionStore store, ColumnFacts customer) {
    private static final double LARGE = 0.2;
    private static final long ENOUGH_CUSTOMERS = 20;
    private static final long LOOKED_AT = 200_000;

    /** @param money SQL of what a row adds; empty where it is not known */
    Optional<Reading.Finding> told(Optional<String> money) {
        if (customer.distinct() < ENOUGH_CUSTOMERS) {
            return Optional.empty();
        }
        long step = Math.max(1, store.rows() / LOOKED_AT);
        String some = "(SELECT lower(trim(" + customer.column() + ")) AS customer, greatest(coalesce("
                + money.orElse("0") + ", 0), 0) AS m FROM source WHERE rowid % " + step + " = 0 AND trim("
                + customer.column() + ") <> '')";
        Reading.Finding[] found = new Reading.Finding[1];
        store.query(
                "SELECT customer, n / sum(n) OVER (), coalesce(m / nullif(sum(m) OVER (), 0), 0) FROM (SELECT customer, count(*) AS n, sum(m) AS m FROM "
                        + some
                        + " GROUP BY customer) ORDER BY greatest(n / sum(n) OVER (), coalesce(m / nullif(sum(m) OVER (), 0), 0)) DESC, customer LIMIT 1",
                row -> {
                    if (Math.max(row.number(1), row.number(2)) >= LARGE) {
                        String words = String.format(
                                Locale.ENGLISH,
                                "One customer, \"%s\" in \"%s\", has %.0f %% of the rows%s. If it is a wholesaler or an address of the shop itself,"
                                        + " leave it out.",
                                row.text(0),
                                customer.header(),
                                100 * row.number(1),
                                money.isPresent()
                                        ? String.format(
                                                Locale.ENGLISH, " and %.0f %% of the money", 100 * row.number(2))
                                        : "");
                        found[0] =
                                new Reading.Finding(Field.CUSTOMER_ID, words, "--not-customer \"" + row.text(0) + "\"");
                    }
                });
        return Optional.ofNullable(found[0]);
    }
}
