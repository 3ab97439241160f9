package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarningsTest {
    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>();

    /** Ten customers, two orders each, over a year: nothing to warn of. */
    @BeforeEach
    void healthyShop() {
        for (int i = 0; i < 10; i++) {
            rows.add(i + "|a" + i + "|A|2011-01-0" + (1 + i % 9) + "|2|9.50|X|UK");
            rows.add(i + "|b" + i + "|A|2011-12-0" + (1 + i % 9) + "|2|8.25|X|UK");
        }
    }

    @Test
    void aHealthyShopHearsNothing() {
        assertThat(warnings()).isEmpty();
    }

    @Test
    void shortHistory() {
        rows.replaceAll(row -> row.replace("2011-12", "2011-02"));
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("The purchases cover 40 days (1 January 2011 to 9 February 2011).");
    }

    @Test
    void mostBuyOnce() {
        rows.removeIf(row -> row.contains("|b") && row.charAt(0) >= '5');
        assertThat(warnings()).singleElement().asString().startsWith("5 of 10 customers bought only once.");
        rows.removeIf(row -> row.startsWith("9"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void oneCustomerIsMostOfTheRevenue() {
        rows.add("3|x|A|2011-05-01|1000|9.95|X|UK");
        assertThat(warnings()).singleElement().asString().startsWith("Customer 3 alone is 97 % of the revenue.");
    }

    @Test
    void aWholesalerAmongManyCustomers() {
        for (int i = 0; i < 30; i++) {
            rows.add("w|w" + i + "|A|2011-05-0" + (1 + i % 9) + "|1|4|X|UK");
            rows.add("x" + i + "|x" + i + "|A|2011-05-01|2|9.50|X|UK");
            rows.add("x" + i + "|y" + i + "|A|2011-06-01|2|9.50|X|UK");
        }
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Customer w alone has 27 % of the orders and 7 % of the revenue. If that is a wholesaler");
    }

    @Test
    void datesLongAfterAllOthers() {
        for (int i = 0; i < 1200; i++) {
            rows.add(i % 10 + "|c" + i + "|A|2011-06-01|1|1.5|X|UK");
        }
        assertThat(warnings()).isEmpty();
        rows.add("3|x|A|2013-05-01|1|9.95|X|UK");
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "Some orders (1) are dated long after all others, up to 1 May 2013; nearly all are before 9 December 2011.");
    }

    @Test
    void datesInTheFuture() {
        rows.add("3|x|A|2100-01-02|1|9.95|X|UK");
        assertThat(warnings()).isEmpty();
        rows.add("3|y|A|2100-01-03|1|9.95|X|UK");
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Some orders (1) are dated in the future, up to 3 January 2100; today is 1 January 2100.");
    }

    @Test
    void aLargeOrderThatWasTakenBack() {
        rows.add("3|x|A|2011-05-01|100|0.95|X|UK");
        rows.add("3|Cx|A|2011-05-02|-100|0.95|X|UK");
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Customer 3 bought for 95.00 on 1 May 2011 and returned all of it soon after");
        assertThat(warnings(new CleaningRules(CleaningRules.defaults().active(), Returns.NET)))
                .isEmpty();
        rows.set(rows.size() - 1, "3|Cx|A|2011-05-09|-100|0.95|X|UK");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void severalCurrencies() {
        rows.set(0, rows.get(0).replace("9.50", "€9.50"));
        assertThat(warnings()).isEmpty();
        rows.set(1, rows.get(1).replace("8.25", "8.25 USD"));
        assertThat(warnings()).singleElement().asString().startsWith("Prices are in several currencies (USD, €)");
    }

    @Test
    void aColumnOfSeveralCurrencies() {
        rows.replaceAll(row -> row.replace("|UK", "|EUR"));
        assertThat(warningsWithCurrencies()).isEmpty();
        rows.set(1, rows.get(1).replace("EUR", "usd"));
        assertThat(warningsWithCurrencies())
                .singleElement()
                .asString()
                .startsWith("Prices are in several currencies (EUR, USD)");
    }

    /** The last column holds a code, not a country. */
    private List<String> warningsWithCurrencies() {
        Map<Field, String> headers =
                new EnumMap<>(Rows.mapping(DateOrder.YEAR_FIRST).headers());
        headers.remove(Field.COUNTRY);
        try (Rows store = new Rows(folder, rows.toArray(String[]::new))) {
            store.store.execute("UPDATE header SET name = 'Order currency' WHERE name = 'country'");
            return Cleaner.assess(
                            store.store,
                            new ColumnMapping(headers, DateOrder.YEAR_FIRST),
                            CleaningRules.defaults(),
                            Rows.TODAY,
                            Progress.SILENT)
                    .warnings();
        } finally {
            clear();
        }
    }

    @Test
    void pricesInPence() {
        rows.replaceAll(row -> row.replace("9.50", "950").replace("8.25", "825"));
        assertThat(warnings())
                .singleElement()
                .asString()
                .startsWith("Every price is a whole number, half of them 888 or more.");
    }

    @Test
    void wholePricesThatAreNoPence() {
        rows.replaceAll(row -> row.replace("9.50", "95.00").replace("8.25", "80.00"));
        assertThat(warnings()).isEmpty();
        rows.replaceAll(row -> row.replace("95.00", "93").replace("80.00", "81"));
        assertThat(warnings()).isEmpty();
    }

    @Test
    void orderNumbersThatStartWithCAreNoReturns() {
        rows.replaceAll(row -> row.replace("|a", "|CA-").replace("|b", "|CB-"));
        rows.add("1|x|A|2011-05-01|1|9.95|X|UK");
        assertThat(warnings()).noneMatch(warning -> warning.contains("returns"));
    }

    @Test
    void salesWithAMinusSign() {
        rows.replaceAll(row -> row.replace("|9.50|", "|-9.50|").replace("|8.25|", "|-8.25|"));
        rows.add("1|x|A|2011-05-01|1|9.95|X|UK");
        assertThat(warnings(CleaningRules.defaults().with(DropReason.NEGATIVE_PRICE, false)))
                .first()
                .asString()
                .startsWith("20 of 21 rows count as returns, since");
    }

    private List<String> warnings() {
        return warnings(CleaningRules.defaults());
    }

    private List<String> warnings(CleaningRules rules) {
        try (Rows store = new Rows(folder, rows.toArray(String[]::new))) {
            return store.assess(rules).warnings();
        } finally {
            clear();
        }
    }

    private void clear() {
        for (String name : new String[] {"rows.duckdb", "rows.duckdb.wal"}) {
            folder.resolve(name).toFile().delete();
        }
    }
}
