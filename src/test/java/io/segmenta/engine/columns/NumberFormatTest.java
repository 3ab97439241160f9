package io.segmenta.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.transactions.CsvLayout;
import io.segmenta.engine.transactions.MalformedCsvException;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Rows;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {
    private static final List<String> HEADERS = List.of("customer", "quantity", "price");

    @TempDir
    Path folder;

    private int stores;

    private <T> T ask(List<String> headers, List<String[]> rows, Function<TransactionStore, T> question) {
        try (TransactionStore store =
                TransactionStore.open(folder.resolve("n" + stores++ + ".duckdb"), StoreLimits.defaults())) {
            Rows.fill(store, headers, rows);
            return question.apply(store);
        }
    }

    private NumberFormat format(List<String> headers, String... rows) {
        return ask(
                headers,
                Stream.of(rows).map(row -> row.split("\\|", -1)).toList(),
                store -> NumberFormat.of(store, List.of("c1"), List.of("c2")));
    }

    /** NaN where there is none. */
    private double read(boolean decimalComma, String cell) {
        return ask(
                        HEADERS,
                        List.<String[]>of(new String[] {"A", "1", cell}),
                        store -> numbers(store, new NumberFormat(decimalComma), "c2"))
                .getFirst();
    }

    private static List<Double> numbers(TransactionStore store, NumberFormat format, String column) {
        List<Double> numbers = new ArrayList<>();
        store.query("SELECT " + format.sql(column) + " FROM source ORDER BY rowid", row -> numbers.add(row.number(0)));
        return numbers;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "12.50 kr; 12.5",
                "kr. 12.50; 12.5",
                "1234.50 zł; 1234.5",
                "99.90 Kč; 99.9",
                "R$ 12.50; 12.5",
                "R$12.50; 12.5",
                "Rs. 1,499.00; 1499",
                "Rs.1,499; 1499",
                "US$12.50; 12.5",
                "A$ 12.50; 12.5",
                "12.50 Euro; 12.5",
                "USD12.50; 12.5",
                "12.50USD; 12.5",
                "CHF 1'234.50; 1234.5",
                "Fr. 12.50; 12.5",
                "12.-; 12",
                "12.--; 12",
                "12.50 руб.; 12.5",
                "1,234円; 1234",
                "₫12,500; 12500",
                "₹ 1,499.00; 1499",
                "12,34,567.00; 1234567",
                "₹1,23,45,678; 12345678",
                "1,00,00,00,000.50; 1000000000.5",
                "1’234.50; 1234.5",
                "1 234.50; 1234.5",
                "1\u00a0234.50; 1234.5",
                "1\u202f234.50; 1234.5",
                "-5; -5",
                "−5; -5",
                "–5; -5",
                "- 5; -5",
                "-\u00a05; -5",
                "5-; -5",
                "1,234.50-; -1234.5",
                "(59.75); -59.75",
                "($59.75); -59.75",
                "(-59.75); -59.75",
                "'-75.63; -75.63",
                "-$5.00; -5",
                "$-5.00; -5",
                "$ (5.00); -5",
                "-0.00; 0",
                "1E5; 100000",
                "１２３; 123",
                "١٢٣٫٥; 123.5",
                "\u200e-5; -5",
                "12,5; 12.5",
                "1,234; 1234",
            })
    void amountsWithAPoint(String cell, double number) {
        assertThat(read(false, cell)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "1.499,00 kr; 1499",
                "99,90 zł; 99.9",
                "R$ 1.499,00; 1499",
                "12,50 €; 12.5",
                "€ 1.499; 1499",
                "12,-; 12",
                "12,- €; 12",
                "1.234,--; 1234",
                "12,– kr; 12",
                "1.234,50-; -1234.5",
                "5-; -5",
                "(1.234,50); -1234.5",
                "−1.234,50; -1234.5",
                "1 234,50; 1234.5",
                "1\u202f234,50\u00a0€; 1234.5",
                "1.234.568; 1234568",
                "1.000; 1000",
                "12.50; 12.5",
                "-0,00; 0",
                "١٢٣٫٥; 123.5",
                "1'234,50; 1234.5",
            })
    void amountsWithAComma(String cell, double number) {
        assertThat(read(true, cell)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"free", "12 pcs", "A12", "12-13", "1.2.3.4", "1/2", "--5", "SKU12", "12%", "krona", "(", "-"})
    void whatIsNoAmountIsNotRead(String cell) {
        List<Double> read = ask(
                HEADERS,
                List.<String[]>of(new String[] {"A", "1", cell}),
                store -> Stream.of(true, false)
                        .flatMap(comma -> numbers(store, new NumberFormat(comma), "c2").stream())
                        .toList());
        assertThat(read).containsOnly(Double.NaN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A|1|1,50; A|1|1.000",
                "A|1|1.235; A|1|1.234.568",
                "A|1|1.000; A|1|12,- kr",
                "A|1,5|1.000; A|2|1.000",
            })
    void aPointGroupsWhereAnyCellShowsIt(String first, String second) {
        assertThat(format(HEADERS, first, second)).isEqualTo(new NumberFormat(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A|1|1.50; A|1|1.000",
                "A|1|1,234.50; A|1|1,000",
                "A|1|2,50,000; A|1|1,499",
                "A|0.500|1.000; A|1|2.000",
                "A|1|1234.567; A|1|1.000",
                "A|1|12; A|1|15",
            })
    void aPointIsDecimalWhereAnyCellShowsIt(String first, String second) {
        assertThat(format(HEADERS, first, second)).isEqualTo(new NumberFormat(false));
    }

    @Test
    void aPointBeforeThreeDigitsIsInDoubtAndMoneyIsLikelierWhole() {
        assertThat(format(HEADERS, "A|1|1.000", "A|2|25.500")).isEqualTo(new NumberFormat(true, true));
        assertThat(format(HEADERS, "A|1.000|3", "A|2.250|12")).isEqualTo(new NumberFormat(false, true));
    }

    @Test
    void theDoubtIsGoneWhereAnotherColumnHasDecimalsOrDatesWithPoints() {
        List<String> headers = List.of("customer", "quantity", "price", "other");
        assertThat(format(headers, "A|1|1.000|0.5", "A|2|25.500|12.25")).isEqualTo(new NumberFormat(false));
        assertThat(format(headers, "A|1|1.000|5.1.2024", "A|2|25.500|17.02.2024"))
                .isEqualTo(new NumberFormat(true));
    }

    @Test
    void theDoubtIsGoneWhereSemicolonsPartTheCells() throws IOException, MalformedCsvException {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "A;1;1.000\nA;2;25.500\n");
        try (TransactionStore store = TransactionStore.open(folder.resolve("rows.duckdb"), StoreLimits.defaults())) {
            store.create(HEADERS);
            store.loadCsv(csv, new CsvLayout(';', 0), Progress.SILENT);
            assertThat(NumberFormat.of(store, List.of("c1"), List.of("c2"))).isEqualTo(new NumberFormat(true));
        }
    }

    @Test
    void theDoubtIsGoneWhereAnotherColumnHasADecimalComma() {
        assertThat(format(List.of("customer", "quantity", "price", "weight"), "A|1|1.000|0,5", "A|2|25.500|12,25"))
                .isEqualTo(new NumberFormat(true));
    }

    @Test
    void theDoubtIsGoneWhereTheHeadersAreOfALanguageWithADecimalComma() {
        assertThat(format(List.of("Kundennummer", "Menge", "Einzelpreis"), "A|1|1.000", "A|2|25.500"))
                .isEqualTo(new NumberFormat(true));
    }

    private record Notation(
            String decimal,
            String group,
            boolean indian,
            String before,
            String after,
            Function<String, String> negative) {
        String write(BigDecimal amount) {
            String[] parts = amount.abs().toPlainString().split("\\.");
            String sign = parts.length > 1 ? decimal + parts[1] : "";
            String text = before + grouped(parts[0]) + sign + after;
            return amount.signum() < 0 ? negative.apply(text) : text;
        }

        private String grouped(String digits) {
            StringBuilder text = new StringBuilder(digits);
            for (int at = digits.length() - 3; at > 0; at -= indian ? 2 : 3) {
                text.insert(at, group);
            }
            return text.toString();
        }

        @Override
        public String toString() {
            return write(new BigDecimal("-1234567.50"));
        }
    }

    private static Stream<Notation> notations() {
        List<Function<String, String>> negatives = List.of(
                text -> "-" + text,
                text -> text + "-",
                text -> "−" + text,
                text -> "–" + text,
                text -> "- " + text,
                text -> "(" + text + ")",
                text -> "'-" + text);
        List<String[]> marks = List.of(
                new String[] {".", ","},
                new String[] {",", "."},
                new String[] {",", " "},
                new String[] {",", "\u00a0"},
                new String[] {",", "\u202f"},
                new String[] {".", "'"},
                new String[] {".", "’"},
                new String[] {",", ""},
                new String[] {".", ""});
        List<String[]> currencies = List.of(
                new String[] {"", ""},
                new String[] {"€ ", ""},
                new String[] {"", " kr"},
                new String[] {"R$ ", ""},
                new String[] {"", " zł"},
                new String[] {"US$", ""},
                new String[] {"Rs. ", ""},
                new String[] {"", " EUR"});
        return Stream.concat(
                marks.stream()
                        .flatMap(mark -> negatives.stream()
                                .flatMap(negative -> currencies.stream()
                                        .map(currency -> new Notation(
                                                mark[0], mark[1], false, currency[0], currency[1], negative)))),
                negatives.stream().map(negative -> new Notation(".", ",", true, "₹ ", "", negative)));
    }

    /** Half a thousand notations, each with amounts of its own: what was written is read. */
    @Test
    void amountsComeBackInEveryNotation() {
        Random random = new Random(10);
        List<Notation> notations = notations().toList();
        assertThat(notations).hasSizeGreaterThan(500);
        List<List<BigDecimal>> rows = Stream.generate(() -> Stream.generate(() -> amount(random))
                        .limit(notations.size())
                        .toList())
                .limit(12)
                .toList();
        List<String> headers = notations.stream().map(Notation::toString).toList();
        List<String[]> cells = rows.stream()
                .map(amounts -> IntStream.range(0, notations.size())
                        .mapToObj(i -> notations.get(i).write(amounts.get(i)))
                        .toArray(String[]::new))
                .toList();
        ask(headers, cells, store -> {
            for (int i = 0; i < notations.size(); i++) {
                int column = i;
                NumberFormat format = NumberFormat.of(store, List.of(), List.of("c" + i));
                assertThat(numbers(store, format, "c" + i))
                        .as("%s as %s", notations.get(i), format)
                        .containsExactlyElementsOf(rows.stream()
                                .map(amounts -> amounts.get(column).doubleValue())
                                .toList());
            }
            return headers;
        });
    }

    private static BigDecimal amount(Random random) {
        double size = Math.pow(10, random.nextDouble(0, 8));
        return BigDecimal.valueOf(random.nextDouble(-1, 1) * size).setScale(2, RoundingMode.HALF_UP);
    }
}
