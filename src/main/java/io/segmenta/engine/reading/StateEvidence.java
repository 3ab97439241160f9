package io.segmenta.engine.reading;

import io.segmenta.engine.columns.State;
import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.transactions.DerivedColumn;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
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
    /** What became of somebody says nothing of what they bought before. */
    private static final Pattern OF_PEOPLE =
            Pattern.compile("subscri|member|customer|client|account|user|contact|consent|kunde|abo\\b");

    private static final Pattern ON_HOLD = Pattern.compile("(?i)on.?hold");
    private static final Set<State> PAYMENT = Set.of(State.UNPAID, State.FAILED, State.DRAFT, State.REFUNDED);
    /** Leaving more out than this is doubtful: with cash on delivery most orders stay unpaid. */
    private static final double DOUBTFUL = 1.0 / 3;

    /**
     * @param rows by value of the column, the most frequent first
     * @param leftOut values that are no sales
     * @param repeated those among them whose rows say once more what others of their order say
     * @param question on values of many rows, where it is doubtful what becomes of them
     * @param events whether they are kinds of events, of which only purchases count
     */
    record States(
            ColumnFacts column,
            Map<String, Long> rows,
            List<String> leftOut,
            List<String> repeated,
            List<String> says,
            Optional<Question> question,
            boolean events) {
        States {
            leftOut = List.copyOf(leftOut);
            repeated = List.copyOf(repeated);
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
    private Optional<State> state(String value, boolean holdCounts) {
        List<State> states = Stream.of(value.split(DerivedColumn.States.AND))
                .filter(part -> !(holdCounts && ON_HOLD.matcher(part).find()))
                .flatMap(part -> names.noSales().contains(part.strip().toLowerCase(Locale.ROOT))
                        ? Stream.of(State.REFUNDED)
                        : Vocabulary.state(part).stream())
                .toList();
        return states.stream()
                .filter(state -> !state.counts())
                .findFirst()
                .or(() -> states.stream().findFirst());
    }

    /** Whether a row says once more what another row of its order says. */
    private static boolean isRepeated(String value, List<String> repeated) {
        return Stream.of(value.split(DerivedColumn.States.AND)).anyMatch(repeated::contains);
    }

    /** Kinds of rows that say the same once more, where the column tells them apart. */
    private Optional<RecordKinds.Found> kinds(ColumnFacts column) {
        return RecordKinds.in(store)
                .filter(found -> column.header().equals(found.header())
                        || column.header().equals(found.header() + DerivedColumn.States.ALONE)
                        || column.header().startsWith(found.header() + COMBINED));
    }

    private Optional<States> states(ColumnFacts column) {
        Optional<RecordKinds.Found> kinds = kinds(column);
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
        // an order that was called off is, whatever else the column says
        boolean calledOff = named
                && !Names.says(column.header(), OF_PEOPLE)
                && rows.keySet().stream()
                        .anyMatch(value -> state(value, false)
                                .filter(State.CANCELLED::equals)
                                .isPresent());
        boolean sure = calledOff
                || kinds.isPresent()
                || column.header().equals(names.system().get(Field.STATUS));
        double enough = sure ? 0 : named ? 0.3 : 0.8;
        if (rows.size() > MOST_STATES || known < enough * all || (rows.size() < 2 && !named)) {
            return Optional.empty();
        }
        return Optional.of(judged(column, rows, all, kinds));
    }

    private States judged(ColumnFacts column, Map<String, Long> rows, long all, Optional<RecordKinds.Found> kinds) {
        List<String> repeated = kinds.map(RecordKinds.Found::repeated).orElse(List.of());
        boolean payments = rows.keySet().stream()
                .anyMatch(value -> !ON_HOLD.matcher(value).find()
                        && state(value, false).filter(PAYMENT::contains).isPresent());
        Map<String, State> states = new LinkedHashMap<>();
        rows.keySet().stream()
                .filter(value -> !isRepeated(value, repeated))
                .forEach(value -> states.put(value, state(value, !payments).orElse(State.PAID)));
        List<String> unpaid = states.keySet().stream()
                .filter(value -> states.get(value) == State.UNPAID)
                .toList();
        // a parcel that waits is paid for all the same
        boolean ofParcels =
                Names.says(column.header(), PARCELS) && !column.header().contains(COMBINED);
        boolean keepUnpaid = !ofParcels && isDoubtful(unpaid, rows, all);
        List<String> noSales = states.entrySet().stream()
                .filter(state ->
                        !state.getValue().counts() && !(state.getValue() == State.UNPAID && (keepUnpaid || ofParcels)))
                .map(Map.Entry::getKey)
                .toList();
        List<String> doubtful = noSales.stream()
                .filter(value -> states.get(value) != State.OTHER_EVENT)
                .toList();
        Optional<Question> question = keepUnpaid
                ? Optional.of(Question.unpaid(column.header(), unpaid, rows(unpaid, rows), all))
                : isDoubtful(doubtful, rows, all)
                        ? Optional.of(Question.noSales(column.header(), doubtful, rows(doubtful, rows), all))
                        : Optional.empty();
        return new States(
                column,
                rows,
                rows.keySet().stream()
                        .filter(value -> isRepeated(value, repeated) || noSales.contains(value))
                        .toList(),
                rows.keySet().stream()
                        .filter(value -> isRepeated(value, repeated))
                        .toList(),
                kinds.map(RecordKinds.Found::told).stream().toList(),
                question,
                states.containsValue(State.OTHER_EVENT));
    }

    private static boolean isDoubtful(List<String> values, Map<String, Long> rows, long all) {
        return rows(values, rows) > DOUBTFUL * all;
    }

    private static long rows(List<String> values, Map<String, Long> rows) {
        return values.stream().mapToLong(value -> rows.getOrDefault(value, 0L)).sum();
    }
}
