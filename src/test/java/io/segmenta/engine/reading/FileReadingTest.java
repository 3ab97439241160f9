package io.segmenta.engine.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.DecimalMark;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What small files say of who, when, how much and what became of it. */
class FileReadingTest {
    private static final String LINE = "Customer ID|Order ID|SKU|Order date|";

    @TempDir
    Path folder;

    private int stores;

    private Reading read(String headers, String... rows) {
        try (TransactionStore store =
                TransactionStore.open(folder.resolve("rows" + stores++ + ".duckdb"), StoreLimits.defaults())) {
            Rows.fill(
                    store,
                    List.of(headers.split("\\|")),
                    Stream.of(rows).map(row -> row.split("\\|", -1)).toList());
            Preparation.add(store);
            return FileReading.of(store, Rows.TODAY);
        }
    }

    /** Six lines of three orders with other cells behind what all have. */
    private Reading lines(String headers, String... cells) {
        String[] begin = {
            "ann|1|A|2024-01-05|",
            "ann|1|B|2024-01-05|",
            "ben|2|A|2024-02-05|",
            "ben|2|B|2024-02-05|",
            "ann|3|A|2024-03-05|",
            "ann|3|B|2024-03-05|"
        };
        String[] rows = new String[begin.length];
        Arrays.setAll(rows, i -> begin[i] + cells[i]);
        return read(LINE + headers, rows);
    }

    private static List<String> column(Reading reading, Field field) {
        Suggestion suggestion =
                Objects.requireNonNull(reading.proposal().suggestions().get(field));
        return suggestion.candidates();
    }

    @Test
    void theTotalThatIsQuantityTimesPriceIsTheAmount() {
        Reading reading = lines("Qty|Price|Line total", "2|3|6", "1|5|5", "3|3|9", "2|5|10", "1|3|3", "4|5|20");
        assertThat(column(reading, Field.LINE_TOTAL)).containsExactly("Line total");
        assertThat(column(reading, Field.UNIT_PRICE)).containsExactly("Price");
        assertThat(reading.grain()).isEqualTo(Reading.Grain.LINE);
        assertThat(reading.says()).anyMatch(finding -> finding.words().contains("\"Qty\" × \"Price\" in 100.0 %"));
    }

    @Test
    void amountsOfSeveralCurrenciesAreTakenInTheOneThatTheFileHoldsThemIn() {
        String headers = "Amount|Currency|Amount USD|Tax";
        String[] cells = {
            "10|EUR|10.80|2", "20|EUR|21.90|4", "10|USD|10|1", "5|USD|5|1", "1000|JPY|6.70|9", "3000|JPY|20.70|9"
        };
        Reading reading = lines(headers, cells);
        assertThat(column(reading, Field.LINE_TOTAL)).containsExactly("Amount USD");
        assertThat(reading.currencies()).containsExactly("USD");
        assertThat(reading.question(Question.Topic.CURRENCY)).isEmpty();
        assertThat(reading.says()).anyMatch(finding -> finding.words().contains("holds all of them in USD"));

        // what differs by more than a rate, and what is the same in each currency
        cells[1] = "20|EUR|90|4";
        assertThat(lines(headers, cells).currencies()).containsExactlyInAnyOrder("EUR", "USD", "JPY");
        Reading same =
                lines(headers, "10|EUR|10|2", "20|EUR|20|4", "10|USD|10|1", "5|USD|5|1", "7|JPY|7|9", "9|JPY|9|9");
        assertThat(same.question(Question.Topic.CURRENCY)).isPresent();
    }

    @Test
    void aPriceThatDisagreesWithTheTotalIsNotUsed() {
        Reading reading = lines("Qty|Price|Line total", "2|3|8", "1|5|7", "3|3|12", "2|5|14", "1|3|4", "4|5|28");
        assertThat(column(reading, Field.LINE_TOTAL)).containsExactly("Line total");
        assertThat(column(reading, Field.UNIT_PRICE)).isEmpty();
        assertThat(reading.says()).anyMatch(finding -> finding.words().contains("differs from it in most rows"));
    }

    @Test
    void whatStandsOnEveryLineOfAnOrderIsTheOrders() {
        Reading reading = lines("Order total", "11", "11", "19", "19", "23", "23");
        assertThat(column(reading, Field.ORDER_TOTAL)).containsExactly("Order total");
        assertThat(column(reading, Field.LINE_TOTAL)).isEmpty();
    }

    @Test
    void whatStandsOnTheFirstLineOfAnOrderOnlyIsTheOrders() {
        Reading reading = lines("Total", "11", "", "19", "", "23", "");
        assertThat(column(reading, Field.ORDER_TOTAL)).containsExactly("Total");
        assertThat(column(reading, Field.LINE_TOTAL)).isEmpty();
    }

    @Test
    void aPriceThatGrowsWithTheQuantityIsTheMoneyOfTheRow() {
        Reading row = lines("Qty|Price", "1|10", "2|14", "2|20", "1|7", "3|30", "3|21");
        assertThat(column(row, Field.LINE_TOTAL)).containsExactly("Price");
        assertThat(column(row, Field.UNIT_PRICE)).isEmpty();
        Reading piece = lines("Qty|Price", "1|10", "2|7", "2|10", "1|7", "3|10", "3|7");
        assertThat(column(piece, Field.UNIT_PRICE)).containsExactly("Price");
        assertThat(column(piece, Field.LINE_TOTAL)).isEmpty();
    }

    @Test
    void whatTheShopPaidIsNoRevenue() {
        Reading reading = lines("Qty|Unit cost|Unit price", "1|6|10", "2|3|7", "2|6|10", "1|3|7", "3|6|10", "3|3|7");
        assertThat(column(reading, Field.UNIT_PRICE)).containsExactly("Unit price");
        assertThat(column(reading, Field.LINE_TOTAL)).isEmpty();
    }

    @Test
    void statesThatAreNoSalesAreLeftOut() {
        Reading reading = lines(
                "Qty|Price|Order status",
                "1|10|paid",
                "2|7|paid",
                "2|10|paid",
                "1|7|pending payment",
                "3|10|cancelled",
                "3|7|paid");
        assertThat(column(reading, Field.STATUS)).containsExactly("Order status");
        assertThat(reading.leftOut()).containsExactlyInAnyOrder("pending payment", "cancelled");
        assertThat(reading.states()).containsEntry("paid", 4L).containsEntry("cancelled", 1L);
    }

    @Test
    void withCashOnDeliveryUnpaidOrdersCount() {
        Reading reading = lines(
                "Qty|Price|Order status",
                "1|10|pending payment",
                "2|7|pending payment",
                "2|10|pending payment",
                "1|7|paid",
                "3|10|cancelled",
                "3|7|pending payment");
        assertThat(reading.leftOut()).containsExactly("cancelled");
        assertThat(reading.question(Question.Topic.STATES).orElseThrow().words())
                .startsWith("4 of 6 rows are not paid");
    }

    @ParameterizedTest
    @CsvSource({"20.50 €, EUR", "£20.50, GBP", "US$ 20.50, USD", "zł 20.50, PLN", "20.50 SEK, SEK"})
    void theSignBesideTheAmountsIsTheirCurrency(String amount, String currency) {
        assertThat(read("Customer|Date|Amount", "a@x.com|2024-01-05|" + amount, "b@x.com|2024-01-06|" + amount)
                        .currencies())
                .containsExactly(currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$20.50", "20.50", "20.50 XQZ"})
    void whatSeveralCountriesOrNoneWriteIsNoCurrency(String amount) {
        assertThat(read("Customer|Date|Amount", "a@x.com|2024-01-05|" + amount, "b@x.com|2024-01-06|" + amount)
                        .currencies())
                .isEmpty();
    }

    @Test
    void severalCurrenciesAreAQuestionAndMethodsOfPaymentAreNone() {
        Reading several =
                lines("Qty|Price|Currency", "1|10|EUR", "2|7|EUR", "2|10|usd", "1|7|EUR", "3|10|EUR", "3|7|EUR");
        assertThat(several.currencies()).containsExactly("EUR", "USD");
        assertThat(several.questions())
                .singleElement()
                .extracting(Question::guess)
                .isEqualTo("EUR");
        Reading methods =
                lines("Qty|Price|Currency", "1|10|Cash", "2|7|Visa", "2|10|Cash", "1|7|Visa", "3|10|Cash", "3|7|Cash");
        assertThat(methods.currencies()).isEmpty();
        assertThat(column(methods, Field.CURRENCY)).isEmpty();
        assertThat(methods.questions()).isEmpty();
    }

    @Test
    void ofSeveralDatesThatOfThePurchaseCounts() {
        Reading reading = read(
                "Ship date|Order date|Customer ID|Order ID|Amount",
                "2024-01-09|2024-01-05|ann|1|5",
                "2024-02-09|2024-02-05|ben|2|6",
                "2024-03-09|2024-03-05|ann|3|7");
        assertThat(column(reading, Field.TIMESTAMP)).containsExactly("Order date");
        assertThat(column(reading, Field.CUSTOMER_ID)).containsExactly("Customer ID");
        assertThat(column(reading, Field.INVOICE_ID)).containsExactly("Order ID");
        assertThat(reading.grain()).isEqualTo(Reading.Grain.ORDER);
    }

    @Test
    void whatBecomesOfMoreThanAThirdIsAQuestionWhoseLikelierAnswerIsTaken() {
        String headers = "Order|Customer|Date|Total|Status";
        Reading unpaid = read(
                headers,
                "1|ann|2024-01-05|5|on hold",
                "2|ben|2024-02-05|6|on hold",
                "3|ann|2024-03-05|7|paid",
                "4|ann|2024-03-05|7|pending");
        assertThat(unpaid.leftOut()).isEmpty();
        assertThat(unpaid.question(Question.Topic.STATES).orElseThrow().option())
                .isEqualTo("--leave-out-state \"on hold\" --leave-out-state pending");
        Reading cancelled = read(
                headers,
                "1|ann|2024-01-05|5|cancelled",
                "2|ben|2024-02-05|6|cancelled",
                "3|ann|2024-03-05|7|paid",
                "4|ann|2024-03-05|7|paid");
        assertThat(cancelled.leftOut()).containsExactly("cancelled");
        assertThat(cancelled.question(Question.Topic.STATES).orElseThrow().option())
                .isEqualTo("--count-state cancelled");
    }

    @Test
    void aLogOfEventsIsOneAndItsLooksAreNoQuestion() {
        Reading reading = read(
                "User|Time|Event|Price",
                "ann|2024-01-05|view|5",
                "ann|2024-01-05|cart|5",
                "ben|2024-01-06|view|7",
                "ann|2024-01-05|purchase|5");
        assertThat(reading.grain()).isEqualTo(Reading.Grain.EVENT);
        assertThat(reading.leftOut()).containsExactlyInAnyOrder("view", "cart");
        assertThat(reading.questions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, LINE_TOTAL", "false, UNIT_PRICE"})
    void aPriceThatGrowsWithTheQuantityIsTheMoneyOfTheRowAlsoWithoutProducts(boolean grows, Field money) {
        double[] prices = {300.08, 600.17, 15.15, 40.66};
        String[] rows = IntStream.range(0, 60)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "c%d|2024-01-%02d|%d|%.2f",
                        i % 9,
                        1 + i % 28,
                        1 + i % 5,
                        prices[i * 7 % 4] * (grows ? 1 + i % 5 : 1)))
                .toArray(String[]::new);
        Reading reading = read("customer_id|invoice_date|quantity|price", rows);
        assertThat(column(reading, money)).containsExactly("price");
    }

    @Test
    void whatAnAmountGrowsWithIsTheQuantityWhateverItIsCalled() {
        int[] prices = {24, 48, 135, 69};
        String[] rows = IntStream.range(0, 60)
                .mapToObj(i -> "c" + i % 9 + "|2024-01-" + (10 + i % 18) + "|p" + i % 4 + "|" + (1 + i % 3) + "|"
                        + prices[i % 4] * (1 + i % 3))
                .toArray(String[]::new);
        Reading reading = read("CUSTOMER_ID|DATE|PRODUCT_ID|AMOUNT|SALES_PRICE", rows);
        assertThat(column(reading, Field.QUANTITY)).containsExactly("AMOUNT");
        assertThat(column(reading, Field.LINE_TOTAL)).containsExactly("SALES_PRICE");
    }

    @Test
    void anOrderThatWasCalledOffIsWhateverElseTheColumnSays() {
        String[] cells = {"1|10|Da", "2|7|Da", "2|10|Storniert", "1|7|Da", "3|10|Da", "3|7|Weg"};
        assertThat(lines("Qty|Price|Booking status", cells).leftOut()).containsExactly("Storniert");
        // what became of the subscription says nothing of what was bought before
        assertThat(lines("Qty|Price|Subscription status", cells).leftOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount_paid", "Total paid", "Paid"})
    void whatWasPaidIsNoIdThoughItEndsLikeOne(String header) {
        Reading reading = read("customer|date|" + header, "a|2024-01-05|5.10", "b|2024-01-06|6.20");
        assertThat(reading.proposal().mapping().headers()).containsValue(header);
    }

    @Test
    void secondsSince1970AreADateUnderAnyWordForIt() {
        Reading reading = read(
                "customer|created|amount", "c1|1640995200|5", "c2|1650995200|6", "c1|1660995201|7", "c2|1661995201|9");
        assertThat(column(reading, Field.TIMESTAMP)).containsExactly("created");
        assertThat(column(read("customer|time|amount", "c1|930|5", "c2|1045|6", "c1|1200|7"), Field.TIMESTAMP))
                .isEmpty();
    }

    @Test
    void aWordThatIsNoSaleInOneSystemOnlyIsNoneThere() {
        String rest =
                "|status|created_at|customer_email|grand_total|base_grand_total|base_currency_code|order_currency_code";
        String[] rows = {
            "1|100001|complete|2024-01-05 10:00:00|a@x.org|5|5|USD|USD",
            "2|100002|closed|2024-01-06 10:00:00|b@x.org|6|6|USD|USD",
            "3|100003|complete|2024-01-07 10:00:00|a@x.org|7|7|USD|USD"
        };
        assertThat(read("entity_id|increment_id" + rest, rows).leftOut()).containsExactly("closed");
        assertThat(read("some_id|order_id" + rest, rows).leftOut()).isEmpty();
    }

    @Test
    void aKeyThatIsNewWithEveryOrderIsNotWhoBought() {
        Reading reading = read(
                "Order ID|Customer ID|Customer unique ID|Order date|Amount",
                "1|k1|ann|2024-01-05|5",
                "2|k2|ben|2024-02-05|6",
                "3|k3|ann|2024-03-05|7",
                "4|k4|ann|2024-03-07|7");
        assertThat(column(reading, Field.CUSTOMER_ID)).containsExactly("Customer unique ID");
    }

    @Test
    void wholeNumbersThatMayHaveDecimalsAreAQuestion() {
        Reading reading = read(
                "Customer ID|Order ID|Order date|Amount",
                "ann|1|2024-01-05|1.000",
                "ben|2|2024-02-05|2.500",
                "ann|3|2024-03-05|12.750");
        assertThat(reading.question(Question.Topic.NUMBERS).orElseThrow().option())
                .isEqualTo("--numbers 1.234,56");
        assertThat(reading.question(Question.Topic.NUMBERS).orElseThrow().words())
                .contains("\"1.000\"");
    }

    @Test
    void quantityTimesPriceTellsWhetherAPointIsBeforeDecimals() {
        Reading whole = lines(
                "Qty|Price|Line total", "4|250|1.000", "1|800|800", "3|500|1.500", "2|1.250|2.500", "1|3|3", "4|5|20");
        assertThat(whole.decimals()).isEqualTo(DecimalMark.COMMA);
        assertThat(whole.questions()).isEmpty();
        assertThat(column(whole, Field.LINE_TOTAL)).containsExactly("Line total");
        Reading decimals = lines(
                "Qty|Price|Line total", "4|1.250|5", "1|8|8", "3|1.500|4.500", "2|1.250|2.500", "1|3|3", "4|5|20");
        assertThat(decimals.decimals()).isEqualTo(DecimalMark.POINT);
        assertThat(decimals.questions()).isEmpty();
    }

    @Test
    void dayAndMonthThatMayBeEitherAreAQuestion() {
        Reading reading = read(
                "Customer ID|Order ID|Order date|Amount",
                "ann|1|03/05/2024|$5",
                "ben|2|01/02/2024|$6",
                "ann|3|07/03/2024|$7");
        assertThat(reading.question(Question.Topic.DATES).orElseThrow().option())
                .isEqualTo("--date-format m/d/y");
        assertThat(reading.proposal().dateOrder()).isNull();
    }

    @Test
    void rowsInTheOrderOfTimeTellDayFromMonth() {
        String[] rows = new String[12];
        // the 1st, the 4th and the 8th of four months
        Arrays.setAll(
                rows,
                i -> "c" + i % 5 + "|" + i + "|" + List.of("01", "04", "08").get(i % 3) + "/0" + (1 + i / 3)
                        + "/2024|5");
        Reading reading = read("Customer ID|Order ID|Order date|Amount", rows);
        assertThat(reading.proposal().dateOrder()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(reading.questions()).isEmpty();
    }

    @Test
    void aDateOfAnotherCenturyIsTold() {
        String[] rows = new String[30];
        Arrays.setAll(rows, i -> "c" + i % 5 + "|" + i + "|20" + (i == 9 ? "9" : "1") + "1-03-" + (10 + i % 9) + "|5");
        Reading reading = read("Customer ID|Order ID|Order date|Amount", rows);
        assertThat(reading.says())
                .anyMatch(finding -> finding.words().startsWith("1 row is left out")
                        && finding.words().contains("2091-03-"));
    }

    /** Thirty purchases of seven customers, cells by the number of the row. */
    private Reading many(String headers, IntFunction<String> cells) {
        String[] rows = new String[30];
        Arrays.setAll(rows, cells);
        return read(headers, rows);
    }

    @Test
    void whatCustomersDidInAllIsASummary() {
        Reading summary = many(
                "Customer ID|Total Orders|Total Spent|Last Order Date",
                i -> i + "|" + (1 + i % 4) + "|" + i * 7 + "|2024-03-0" + (1 + i % 9));
        assertThat(summary.grain()).isEqualTo(Reading.Grain.SUMMARY);
        assertThat(summary.summary()).contains("\"Total Orders\"").contains("Export the orders");
        Reading lifetimes = many("ID|frequency|recency|T", i -> i + "|" + i % 3 + "|" + i % 7 + ".4|38.9");
        assertThat(lifetimes.grain()).isEqualTo(Reading.Grain.SUMMARY);
        Reading orders = many(
                "Order ID|Customer ID|Date|Amount|Total Orders|Total Spent",
                i -> "o" + i + "|c" + i + "|2024-03-0" + (1 + i % 9) + "|5|1|5");
        assertThat(orders.grain()).isEqualTo(Reading.Grain.ORDER);
    }

    @Test
    void columnsWithoutNamesAreToldByTheirValues() {
        Reading log = many(
                "Column 1|Column 2|Column 3|Column 4",
                i -> "000" + i % 7 + "|202401" + (10 + i % 20) + "|" + (1 + i % 3) + "|" + (1 + i % 3) * 11 + ".95");
        assertThat(column(log, Field.CUSTOMER_ID)).containsExactly("Column 1");
        assertThat(column(log, Field.TIMESTAMP)).containsExactly("Column 2");
        assertThat(column(log, Field.QUANTITY)).containsExactly("Column 3");
        assertThat(column(log, Field.LINE_TOTAL)).containsExactly("Column 4");
        assertThat(log.says()).anyMatch(finding -> finding.words().startsWith("The columns have no names"));
        Reading lines = many(
                "Column 1|Column 2|Column 3|Column 4|Column 5|Column 6",
                i -> 1000 + i / 2 + "|u" + i / 2 % 7 + "@x.com|2024-01-" + (10 + i / 2) + " 10:00|Mug " + i % 3 + "|"
                        + (1 + i % 4) + "|" + (3 + i % 3) + ".50");
        assertThat(column(lines, Field.INVOICE_ID)).containsExactly("Column 1");
        assertThat(column(lines, Field.CUSTOMER_ID)).containsExactly("Column 2");
        assertThat(column(lines, Field.UNIT_PRICE)).containsExactly("Column 6");
    }

    @Test
    void aCustomerNumberedZeroIsNoGuestUnlessTheyBuyFarMoreThanTheOthers() {
        assertThat(many("Customer|Order|Date|Amount", i -> i % 7 + "|" + i + "|2024-01-" + (1 + i % 28) + "|5")
                        .guests())
                .isEmpty();
        assertThat(many(
                                "Customer|Order|Date|Amount",
                                i -> i % 2 * (i % 13) + "|" + i + "|2024-01-" + (1 + i % 28) + "|5")
                        .guests())
                .containsExactly("0");
    }

    @Test
    void whatIsLeftAfterTheDiscountIsTheAmount() {
        Reading reading = lines(
                "Qty|Gross Sales|Discounts|Net Sales",
                "2|6|-1|5",
                "1|5|0|5",
                "3|9|-2|7",
                "2|10|0|10",
                "1|3|-1|2",
                "4|20|0|20");
        assertThat(column(reading, Field.LINE_TOTAL)).containsExactly("Net Sales");
        assertThat(reading.says()).anyMatch(finding -> finding.words().contains("\"Gross Sales\" less \"Discounts\""));
    }

    @Test
    void discountTaxAndShippingAreNamed() {
        Reading reading = lines(
                "Qty|Price|Discount|Tax|Shipping",
                "2|3|1|0.5|4",
                "1|5|0|0.5|4",
                "3|3|2|1|4",
                "2|5|0|1|4",
                "1|3|1|1|4",
                "4|5|0|1|4");
        assertThat(reading.says())
                .extracting(Reading.Finding::words)
                .contains("\"Discount\" is not subtracted.", "\"Tax\", \"Shipping\" are not added to the amount.");
    }

    @Test
    void aColumnThatSaysYesOrNoToBeingCancelledIsAState() {
        Reading reading = many(
                "booking_id|guest_name|booking_date|is_canceled|total_price",
                i -> i + "|Guest " + i % 7 + "|2024-01-" + (1 + i % 28) + "|" + (i % 5 == 0 ? 1 : 0) + "|80");
        assertThat(column(reading, Field.CUSTOMER_ID)).containsExactly("guest_name");
        assertThat(column(reading, Field.STATUS)).containsExactly("is_canceled, as a state");
        assertThat(reading.leftOut()).containsExactly("cancelled");
    }

    @Test
    void theNameOfAnOrderOrAPersonIsNoProduct() {
        String headers = "email|name|date|total";
        Reading people =
                read(headers, "a@x.io|Ann|2024-01-02|20", "a@x.io|Ann|2024-01-03|21", "b@x.io|Bo|2024-02-03|7");
        assertThat(column(people, Field.PRODUCT_ID)).isEmpty();
        Reading products =
                read(headers, "a@x.io|Mug|2024-01-02|20", "a@x.io|Pot|2024-01-03|21", "b@x.io|Mug|2024-02-03|7");
        assertThat(column(products, Field.PRODUCT_ID)).containsExactly("name");
    }

    @Test
    void bothNamesAreTheCustomer() {
        assertThat(column(
                        read(
                                "First Name|Last Name|Order Number|Order Date|Amount",
                                "Ann|Ray|1|2024-01-02|20.50",
                                "Ann|Ray|2|2024-01-03|21.50",
                                "Bo|Ray|3|2024-02-03|7.50"),
                        Field.CUSTOMER_ID))
                .containsExactly("First Name + Last Name");
    }

    @Test
    void aNumberToCallTellsCustomersWhereNothingElseDoes() {
        Reading phone = many(
                "Bill No|Bill Date|Mobile|Net Amount",
                i -> i + "|" + (10 + i % 20) + "-01-2024|98" + (10_000_000 + i % 7) + "|" + i + ".50");
        assertThat(column(phone, Field.CUSTOMER_ID)).containsExactly("Mobile");
        Reading name = many(
                "Bill No|Bill Date|Mobile|Customer Name|Net Amount",
                i -> i + "|" + (10 + i % 20) + "-01-2024|98" + (10_000_000 + i % 7) + "|Ann " + i % 7 + "|" + i
                        + ".50");
        assertThat(column(name, Field.CUSTOMER_ID)).containsExactly("Customer Name");
    }

    @Test
    void moneyMayHaveALirasLetters() {
        Reading reading = many(
                "Sipariş No|Sipariş Tarihi|Müşteri No|Toplam Tutar",
                i -> i + "|" + (10 + i % 20) + ".01.2024|M" + i % 7 + "|1.2" + (10 + i) + ",50 TL");
        assertThat(column(reading, Field.LINE_TOTAL).size()
                        + column(reading, Field.ORDER_TOTAL).size())
                .isOne();
    }
}
