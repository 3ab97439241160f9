package io.segmenta.engine.clean;

import io.segmenta.engine.columns.HeaderCurrency;
import io.segmenta.engine.columns.SourceColumns;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** What in a dataset would mislead its reader although every rule is satisfied, each as one sentence with a way out. */
final class Warnings {
    private static final int SHORT_HISTORY_DAYS = 180;
    private static final double MOST_BUY_ONCE = 0.5;
    private static final double ONE_CUSTOMER = 0.3;
    /** Of the orders or the money of one customer among many: more than anybody buys for themselves. */
    private static final double LARGE = 0.2;

    private static final long ENOUGH_CUSTOMERS = 20;
    private static final double MOST_ARE_RETURNS = 0.5;
    private static final int LONELY_DAYS = 366;
    private static final double LARGE_ORDER = 0.005;
    private static final int SOON_DAYS = 7;
    private static final double WHOLE_PRICE = 50;
    /** Of the prices that end in 0, 5 or 9, as those of shops do to the cent; of whole pounds it would be one in three. */
    private static final double ROUND_CENTS = 0.7;

    private static final Pattern CURRENCY_HEADER =
            Pattern.compile("(?i)\\b(currency|währung|devise|moneda)\\b|_currency$");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final TransactionStore store;
    private final String tally;
    private final QualityReport report;
    private final List<String> sentences = new ArrayList<>();

    private Warnings(TransactionStore store, String tally, QualityReport report) {
        this.store = store;
        this.tally = tally;
        this.report = report;
    }

    static List<String> of(
            TransactionStore store,
            String tally,
            ColumnMapping mapping,
            CleaningRules rules,
            QualityReport report,
            LocalDate today) {
        Warnings warnings = new Warnings(store, tally, report);
        warnings.returns();
        LocalDate first = report.firstDay();
        LocalDate last = report.lastDay();
        if (first != null && last != null) {
            warnings.history(first, last);
            if (last.isAfter(today.plusDays(1))) {
                warnings.futureDates(today, last);
            } else {
                warnings.lonelyDates(last);
            }
            warnings.customers(rules.returns());
            if (rules.returns() == CleaningRules.Returns.EXCLUDE) {
                warnings.cancelledOrders();
            }
            boolean oneCurrency = rules.currency().isPresent();
            if (!oneCurrency) {
                warnings.currencyColumn(mapping.header(mapping.money()).orElseThrow());
            }
            warnings.prices(SourceColumns.of(store, mapping).cell(mapping.money()), oneCurrency);
        }
        return warnings.sentences;
    }

    private void returns() {
        QualityReport.Dropped returned = report.dropped().get(DropReason.RETURN);
        if (returned != null && returned.rows() > MOST_ARE_RETURNS * report.rowsRead()) {
            sentences.add(String.format(
                    Locale.ENGLISH,
                    "%,d of %,d rows count as returns, since their quantity or their amount is below 0. If your sales carry a minus sign, choose another column for the money.",
                    returned.rows(),
                    report.rowsRead()));
        }
    }

    private void history(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < SHORT_HISTORY_DAYS) {
            sentences.add(String.format(
                    Locale.ENGLISH,
                    "The purchases cover %d days (%s to %s). With less than %d days a customer who seems lost may just not have needed"
                            + " anything yet; bring a longer export if you have one.",
                    days,
                    DAY.format(first),
                    DAY.format(last),
                    SHORT_HISTORY_DAYS));
        }
    }

    /** Tomorrow is none yet: it may have begun where the shop is. */
    private void futureDates(LocalDate today, LocalDate last) {
        long orders = store.number("SELECT count(*) FROM " + tally + " WHERE drop_reason IS NULL AND last_day > DATE "
                + Sql.text(today.plusDays(1).toString()));
        sentences.add(String.format(
                Locale.ENGLISH,
                "Some orders (%,d) are dated in the future, up to %s; today is %s. Every customer looks lost beside them: check the order"
                        + " of day and month, correct the dates, or end the period before them.",
                orders,
                DAY.format(last),
                DAY.format(today)));
    }

    /** A mistyped year makes everybody look lost, since recency counts from the last day. */
    private void lonelyDates(LocalDate last) {
        store.query(
                "SELECT quantile_disc(last_day, 0.999), count(*) FILTER (last_day > (SELECT quantile_disc(last_day, 0.999) + "
                        + LONELY_DAYS + " FROM " + tally + " WHERE drop_reason IS NULL)) FROM " + tally
                        + " WHERE drop_reason IS NULL",
                row -> {
                    if (row.integer(1) > 0) {
                        sentences.add(String.format(
                                Locale.ENGLISH,
                                "Some orders (%,d) are dated long after all others, up to %s; nearly all are before %s. Every customer will look"
                                        + " lost: correct the dates, or end the period before them.",
                                row.integer(1),
                                DAY.format(last),
                                DAY.format(Objects.requireNonNull(row.day(0)))));
                    }
                });
    }

    private void customers(CleaningRules.Returns returns) {
        String each = "(" + Tally.customers(tally, returns) + ")";
        long[] counts = new long[3];
        double[] sum = new double[1];
        store.query("SELECT count(*), count(*) FILTER (orders = 1), sum(orders), sum(money) FROM " + each, row -> {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = row.integer(i);
            }
            sum[0] = row.number(3);
        });
        long all = counts[0];
        if (all < 2) {
            return;
        }
        if (counts[1] >= MOST_BUY_ONCE * all) {
            sentences.add(String.format(
                    Locale.ENGLISH,
                    "%,d of %,d customers bought only once. How often somebody buys tells them apart little: look at the"
                            + " time since the last purchase and at the money first.",
                    counts[1],
                    all));
        }
        String ofMoney = sum[0] == 0 ? "0" : "money / " + sum[0];
        store.query(
                "SELECT customer_id, orders / " + counts[2] + " AS of_orders, " + ofMoney + " AS of_money FROM " + each
                        + " ORDER BY greatest(of_orders, of_money) DESC, customer_id LIMIT 1",
                row -> largest(String.valueOf(row.text(0)), all, row.number(1), row.number(2)));
    }

    /** @param orders share of them all, as that of the money */
    private void largest(String customer, long all, double orders, double money) {
        if (money >= ONE_CUSTOMER) {
            sentences.add(String.format(
                    Locale.ENGLISH,
                    "Customer %s alone is %.0f %% of the revenue. Averages follow this one customer: compare medians, and check that the"
                            + " number does not stand for many people, such as a till or a marketplace.",
                    customer,
                    100 * money));
        } else if (all >= ENOUGH_CUSTOMERS && Math.max(orders, money) >= LARGE) {
            sentences.add(String.format(
                    Locale.ENGLISH,
                    "Customer %s alone has %.0f %% of the orders and %.0f %% of the revenue. If that is a wholesaler or an address of the shop"
                            + " itself, leave it out.",
                    customer,
                    100 * orders,
                    100 * money));
        }
    }

    private void cancelledOrders() {
        store.query(
                String.format(
                        Locale.ROOT,
                        """
                SELECT bought.customer_id, bought.amount, bought.last_day
                FROM %1$s bought JOIN %1$s back USING (customer_id, amount, quantity)
                WHERE bought.drop_reason IS NULL AND back.drop_reason = %2$s AND bought.amount >= %3$s
                  AND back.first_day BETWEEN bought.first_day AND bought.last_day + %4$d
                ORDER BY bought.amount DESC, bought.customer_id LIMIT 3
                """,
                        tally,
                        Sql.text(DropReason.RETURN.key()),
                        Math.max(LARGE_ORDER * report.revenue(), 0.01),
                        SOON_DAYS),
                row -> sentences.add(String.format(
                        Locale.ENGLISH,
                        "Customer %s bought for %,.2f on %s and returned all of it soon after, and the order still counts in full."
                                + " Choose to take off what came back as it was bought.",
                        row.text(0),
                        row.number(1),
                        DAY.format(Objects.requireNonNull(row.day(2))))));
    }

    /** Shops that sell in several currencies export the code beside each price. */
    private void currencyColumn(String money) {
        for (String header : store.headers()) {
            if (CURRENCY_HEADER.matcher(header).find()) {
                List<String> codes = new ArrayList<>();
                store.query(
                        "SELECT DISTINCT upper(trim(" + store.column(header) + ")) AS code FROM source"
                                + " WHERE regexp_full_match(trim(" + store.column(header)
                                + "), '[A-Za-z]{3}|\\p{Sc}') ORDER BY code LIMIT 10",
                        row -> codes.add(String.valueOf(row.text(0))));
                if (!HeaderCurrency.saysOne(money, codes)) {
                    warnOfSeveral(codes);
                }
            }
        }
    }

    private void warnOfSeveral(List<String> currencies) {
        if (currencies.size() > 1) {
            sentences.add("Prices are in several currencies (" + String.join(", ", currencies)
                    + ") and are added as if they were one. Convert them first, or bring one file a currency.");
        }
    }

    /** One cheap look at all prices; the two dear ones only where it finds cause. */
    private void prices(String column, boolean oneCurrency) {
        long[] counts = new long[2];
        store.query(
                "SELECT count(*) FILTER (price <> floor(price) OR contains(text, '.')),"
                        + " count(*) FILTER (price IS NULL AND text IS NOT NULL) FROM (SELECT CAST(" + column
                        + " AS VARCHAR) AS text, try_cast(" + column + " AS DOUBLE) AS price FROM source)",
                row -> {
                    counts[0] = row.integer(0);
                    counts[1] = row.integer(1);
                });
        if (counts[1] > 0 && !oneCurrency) {
            currencies(column);
        }
        if (counts[0] == 0) {
            wholePrices(column);
        }
    }

    private void currencies(String column) {
        List<String> currencies = new ArrayList<>();
        store.query(
                "SELECT DISTINCT regexp_extract(" + column + ", '\\p{Sc}|[A-Z]{3}') AS sign FROM source WHERE try_cast("
                        + column + " AS DOUBLE) IS NULL AND regexp_matches(" + column
                        + ", '\\d') ORDER BY sign LIMIT 10",
                row -> {
                    String sign = row.text(0);
                    if (sign != null && !sign.isEmpty()) {
                        currencies.add(sign);
                    }
                });
        warnOfSeveral(currencies);
    }

    private void wholePrices(String column) {
        String prices = "SELECT try_cast(" + column + " AS DOUBLE) AS price FROM source";
        String ends = "count(*) FILTER (abs(price) % 10 IN (0, 5, 9)) / count(price)";
        store.query("SELECT quantile_cont(price, 0.5), " + ends + " FROM (" + prices + ")", row -> {
            if (row.number(0) >= WHOLE_PRICE && row.number(1) >= ROUND_CENTS) {
                sentences.add(String.format(
                        Locale.ENGLISH,
                        "Every price is a whole number, half of them %,.0f or more. If they are pence or cents, all money is"
                                + " shown a hundred times too high: divide them by 100 first.",
                        row.number(0)));
            }
        });
    }
}
