package io.segmenta.engine.reading;

import io.segmenta.engine.columns.HeaderCurrency;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the amounts are in several currencies, the column that holds them all in one: its name says so, and within each currency it is about the
 * same multiple of the amount, another one in each.
 *
 * @param currency column of the codes
 * @param codes that occur, the most frequent first
 */
record OneCurrency(TransactionStore store, Agreement agreement, ColumnFacts currency, List<String> codes) {
    /** Rates of some years differ by as much; a discount or a tax by less, but not between currencies only. */
    private static final double BAND = 1.6;

    private static final double SAME = 0.002;

    /**
     * @param field that the column is
     * @param code in which it holds all amounts
     */
    record Found(Field field, ColumnFacts column, String code) {}

    /** How a column stands to the amount on the rows of one currency. */
    private record Multiple(String code, double low, double high) {
        boolean isOne() {
            return Math.abs(low - 1) < SAME && Math.abs(high - 1) < SAME;
        }
    }

    /** Puts the column in the place of the money that it holds converted. */
    Optional<Found> take(Map<Field, ColumnFacts> chosen, List<ColumnFacts> free, Names names) {
        Optional<Field> counts =
                Field.MONEY.stream().filter(chosen::containsKey).findFirst();
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        ColumnFacts money = Objects.requireNonNull(chosen.get(counts.get()));
        List<ColumnFacts> numbers = free.stream().filter(ColumnFacts::isNumber).toList();
        Stream<Found> found = HeaderCurrency.saysOne(money.header(), codes)
                ? numbers.stream()
                        .filter(other -> Field.MONEY.stream().anyMatch(field -> names.level(field, other.header()) > 0))
                        .flatMap(amount ->
                                code(amount, money).stream().map(code -> new Found(counts.get(), money, code)))
                : numbers.stream()
                        .filter(column -> HeaderCurrency.saysOne(column.header(), codes))
                        .flatMap(column ->
                                code(money, column).stream().map(code -> new Found(counts.get(), column, code)));
        Optional<Found> first = found.findFirst();
        first.ifPresent(one -> {
            Field.MONEY.forEach(chosen::remove);
            chosen.put(one.field(), one.column());
            chosen.remove(Field.CURRENCY);
        });
        return first;
    }

    /** In which the amounts are converted, where they are. */
    private Optional<String> code(ColumnFacts amount, ColumnFacts converted) {
        List<Multiple> multiples = new ArrayList<>();
        store.query(
                "SELECT code, quantile_cont(r, 0.02), quantile_cont(r, 0.98) FROM (SELECT upper(trim("
                        + currency.column() + ")) AS code, " + agreement.number(converted) + " / nullif("
                        + agreement.number(amount) + ", 0) AS r FROM " + ColumnFacts.SOME
                        + ") WHERE code <> '' AND r IS NOT NULL GROUP BY code ORDER BY code",
                row -> multiples.add(new Multiple(String.valueOf(row.text(0)), row.number(1), row.number(2))));
        boolean steady = multiples.size() > 1
                && multiples.stream().allMatch(multiple -> multiple.low > 0 && multiple.high <= BAND * multiple.low);
        if (!steady || multiples.stream().allMatch(Multiple::isOne)) {
            return Optional.empty();
        }
        List<String> bases =
                multiples.stream().filter(Multiple::isOne).map(Multiple::code).toList();
        Optional<String> said = HeaderCurrency.code(converted.header(), codes);
        return said.filter(code -> bases.equals(List.of(code)))
                .or(() -> said.isEmpty() && bases.size() == 1 ? Optional.of(bases.getFirst()) : Optional.empty());
    }
}
