package io.segmenta.engine.reading;

import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.transactions.CurrencySigns;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.transactions.TransactionStore.Inquiry;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which column says in which currency the money of a row is. Methods of payment in a column called currency are none. */
record Currencies(TransactionStore store, List<ColumnFacts> facts) {
    private static final int MOST = 60;
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    record Found(ColumnFacts column, List<String> codes) {}

    Optional<Found> found() {
        return facts.stream()
                .filter(column -> column.filled() > 0 && column.distinct() <= MOST)
                .filter(column -> Vocabulary.names("currency", Vocabulary.Level.PART, column.header())
                        || Vocabulary.names("currency", Vocabulary.Level.NAME, column.header()))
                .map(column -> new Found(column, codes(column)))
                .filter(found -> !found.codes().isEmpty())
                .findFirst();
    }

    /** The one that stands beside the amounts themselves. Dollars without more are those of many countries. */
    Optional<String> bySign(ColumnFacts amount) {
        List<String> signs = signs(amount);
        return signs.size() == 1 && CODES.contains(signs.getFirst()) && !areBareDollars(amount, signs.getFirst())
                ? Optional.of(signs.getFirst())
                : Optional.empty();
    }

    private boolean areBareDollars(ColumnFacts amount, String code) {
        return code.equals("USD")
                && store.number("SELECT count(*) FROM " + ColumnFacts.SOME + " WHERE regexp_matches(" + amount.column()
                                + ", '(^|[^A-Z])[$]')")
                        > 0;
    }

    /** All codes that the signs beside the amounts of a column stand for. */
    List<String> signs(ColumnFacts amount) {
        return store.once(new SignsOf(amount.column()));
    }

    private record SignsOf(String column) implements Inquiry<List<String>> {
        @Override
        public List<String> answer(TransactionStore store) {
            List<String> codes = new ArrayList<>();
            store.query(
                    "SELECT DISTINCT " + CurrencySigns.code(column) + " AS code FROM " + ColumnFacts.SOME
                            + " WHERE code IS NOT NULL",
                    row -> codes.add(String.valueOf(row.text(0))));
            return codes;
        }
    }

    /** None where a tenth of the cells is no code. */
    private List<String> codes(ColumnFacts column) {
        List<String> codes = new ArrayList<>();
        long[] rows = new long[2];
        store.query(
                "SELECT upper(trim(" + column.column()
                        + ")) AS code, count(*) AS n FROM source WHERE code <> '' GROUP BY code ORDER BY n"
                        + " DESC, code",
                row -> {
                    String code = String.valueOf(row.text(0)).toUpperCase(Locale.ROOT);
                    rows[0] += row.integer(1);
                    if (CODES.contains(code)) {
                        rows[1] += row.integer(1);
                        codes.add(code);
                    }
                });
        return rows[1] >= 0.9 * rows[0] ? codes : List.of();
    }
}
