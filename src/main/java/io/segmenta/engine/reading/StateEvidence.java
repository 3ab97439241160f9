package io.segmenta.engine.reading;

import io.segmenta.engine.columns.State;
import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.transactions.DerivedColumn;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which column says what became of an order, a payment or a visit, by its values; and which of these are no sales. */
record StateEvidence(TransactionStore store, List<ColumnFacts> facts, Names names) {
    private static final int MOST_STATES = 60;
    private static final Pattern PARCELS =
            Pattern.compile("fulfil|shipping|shipment|delivery|versand|lieferung|livraison|envio");
    private static final String COMBINED = DerivedColumn.States.AND;
    private static final Pattern ON_HOLD = Pattern.compile("(?i)on.?hold");
    private static final Set<State> PAYMENT = Set.of(State.UNPAID, State.FAILED, State.DRAFT, State.REFUNDED);
    /** Leaving more out than this is doubtful: with cash on delivery most orders stay unpaid. */
    private static final double DOUBTFUL = 1.0 / 3;

    /**
     * @param rows by value of the column, the most frequent first
     * @param leftOut values that are no sales
     */
    record States(ColumnFacts column, Map<String, Long> rows, List<String> leftOut, List<String> says) {
        States {
            leftOut = List.copyOf(leftOut);
            says = List.copyOf(says);
        }
    }

    /** The column that says most. */
    Optional<States> find() {
        return all().stream().findFirst();
    }

    /** All that say something, the surest first. */
    List<States> all() {
        return facts.stream()
                .filter(column -> column.filled() > 0
                        && column.distinct() <= MOST_STATES
                        && !column.isDate()
                        && !column.mostly(column.numbers()))
                .filter(column -> column.distinct() < 0.7 * column.filled() || column.filled() < 20)
                .map(this::states)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                                (States states) -> !states.column().header().contains(COMBINED))
                        .thenComparingInt(states ->
                                -names.level(Field.STATUS, states.column().header()))
                        .thenComparingDouble(states -> -states.column().coverage())
                        .thenComparingInt(states -> -states.leftOut().size()))
                .toList();
    }

    /** The worst of what several columns say. A hold is a payment's only where the column speaks of payments, elsewhere it is a warehouse's. */
    private static Optional<State> state(String value, boolean holdCounts) {
        List<State> states = Stream.of(value.split(DerivedColumn.States.AND))
                .filter(part -> !(holdCounts && ON_HOLD.matcher(part).find()))
                .map(Vocabulary::state)
                .flatMap(Optional::stream)
                .toList();
        return states.stream()
                .filter(state -> !state.counts())
                .findFirst()
                .or(() -> states.stream().findFirst());
    }

    private Optional<States> states(ColumnFacts column) {
        Map<String, Long> rows = new LinkedHashMap<>();
        store.query(
                "SELECT trim(" + column.column()
                        + ") AS v, count(*) AS n FROM source WHERE v <> '' GROUP BY v ORDER BY n DESC, v LIMIT "
                        + (MOST_STATES + 1),
                row -> rows.put(String.valueOf(row.text(0)), row.integer(1)));
        long all = rows.values().stream().mapToLong(Long::longValue).sum();
        long known = rows.entrySet().stream()
                .filter(row -> state(row.getKey(), false).isPresent())
                .mapToLong(Map.Entry::getValue)
                .sum();
        boolean named = names.level(Field.STATUS, column.header()) > 0
                || column.header().endsWith(DerivedColumn.States.ALONE);
        if (rows.size() > MOST_STATES || known < (named ? 0.3 : 0.8) * all || (rows.size() < 2 && !named)) {
            return Optional.empty();
        }
        return Optional.of(judged(column, rows, all));
    }

    private static States judged(ColumnFacts column, Map<String, Long> rows, long all) {
        List<String> leftOut = new ArrayList<>();
        List<String> says = new ArrayList<>();
        long unpaid = 0;
        boolean payments = rows.keySet().stream()
                .anyMatch(value -> !ON_HOLD.matcher(value).find()
                        && state(value, false).filter(PAYMENT::contains).isPresent());
        for (Map.Entry<String, Long> row : rows.entrySet()) {
            State state = state(row.getKey(), !payments).orElse(State.PAID);
            if (state == State.UNPAID) {
                unpaid += row.getValue();
            }
        }
        // a parcel that waits is paid for all the same
        boolean ofParcels =
                Names.says(column.header(), PARCELS) && !column.header().contains(COMBINED);
        boolean keepUnpaid = !ofParcels && unpaid > DOUBTFUL * all;
        for (String value : rows.keySet()) {
            State state = state(value, !payments).orElse(State.PAID);
            if (!state.counts() && !(state == State.UNPAID && (keepUnpaid || ofParcels))) {
                leftOut.add(value);
            }
        }
        if (keepUnpaid) {
            says.add(String.format(
                    Locale.ENGLISH,
                    "%,d of %,d rows are not paid by \"%s\". They count, since in a shop that delivers against cash most orders stay so.",
                    unpaid,
                    all,
                    column.header()));
        }
        return new States(column, rows, leftOut, says);
    }
}
