package io.segmenta.store;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.rhythm.State;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.results.AssignmentQuery.Sort;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What finds the customers of a run by their position, which is their rank by id as text: the cluster, the state and the id of each, and for
 * every other key to sort by the positions in its order. Each is one array of bytes, kept in pieces, and read whole by every question: a few
 * megabytes at a million customers.
 */
@Component
class AssignmentIndex {
    private static final String CLUSTERS = "CLUSTERS";
    private static final String IDS = "IDS";
    /** Absent in runs of versions that did not tell states. */
    private static final String STATES = "STATES";
    /** The longest VARBINARY of H2. */
    private static final int PIECE = 1 << 20;

    private final JdbcTemplate jdbc;

    AssignmentIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(RunId run, Outcome outcome) {
        int customers = outcome.customers();
        put(run, CLUSTERS, clusters(outcome));
        put(run, STATES, states(outcome));
        put(run, IDS, ids(outcome.features().ids()));
        for (Sort sort : Sort.values()) {
            if (sort != Sort.CUSTOMER_ID) {
                ByteBuffer bytes = ByteBuffer.allocate(customers * Integer.BYTES);
                bytes.asIntBuffer().put(order(customers, value(sort, outcome)));
                put(run, sort.name(), bytes.array());
            }
        }
    }

    static byte[] clusters(Outcome outcome) {
        byte[] clusters = new byte[outcome.customers()];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = (byte) outcome.clusters()[i];
        }
        return clusters;
    }

    private static byte[] states(Outcome outcome) {
        byte[] states = new byte[outcome.customers()];
        for (int i = 0; i < states.length; i++) {
            states[i] = (byte) outcome.state(i).code();
        }
        return states;
    }

    private static byte[] ids(List<String> ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String id : ids) {
            byte[] text = searchable(id).getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return bytes.toByteArray();
    }

    private static String searchable(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static IntToDoubleFunction value(Sort sort, Outcome outcome) {
        if (sort == Sort.CLUSTER) {
            return i -> outcome.clusters()[i];
        }
        double[] column = outcome.features()
                .column(
                        switch (sort) {
                            case RECENCY -> Feature.RECENCY;
                            case FREQUENCY -> Feature.FREQUENCY;
                            case MONETARY -> Feature.MONETARY;
                            case AVERAGE_BASKET_SIZE -> Feature.AVERAGE_BASKET_SIZE;
                            case CLV -> Feature.CLV;
                            case CLUSTER, CUSTOMER_ID -> throw new IllegalArgumentException(sort + " is no feature.");
                        });
        return i -> column[i];
    }

    /** Positions by value, equal values by position; on primitives, because a million boxed ones are slow. */
    static int[] order(int count, IntToDoubleFunction value) {
        double[] sorted = new double[count];
        Arrays.setAll(sorted, value);
        Arrays.parallelSort(sorted);
        long[] keys = new long[count];
        // Equal values are found at the same place, so they get the same rank.
        Arrays.setAll(keys, i -> (long) Arrays.binarySearch(sorted, value.applyAsDouble(i)) << 32 | i);
        Arrays.parallelSort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    void delete(RunId run) {
        jdbc.update("DELETE FROM assignment_index WHERE run = ?", run.value());
    }

    /** 0 unless the run succeeded. */
    int customers(RunId run) {
        List<Integer> customers = jdbc.query(
                "SELECT customers FROM run WHERE id = ? AND status = 'SUCCEEDED'",
                (row, number) -> row.getInt(1),
                run.value());
        return customers.isEmpty() ? 0 : customers.getFirst();
    }

    int count(AssignmentQuery query) {
        BitSet matches = matches(query);
        return matches == null ? customers(query.run()) : matches.cardinality();
    }

    /** The positions of the customers on the page, in its order. */
    int[] page(AssignmentQuery query) {
        int customers = customers(query.run());
        BitSet matches = matches(query);
        IntBuffer order = query.sort() == Sort.CUSTOMER_ID || customers == 0
                ? null
                : ByteBuffer.wrap(get(query.run(), query.sort().name())).asIntBuffer();
        return IntStream.range(0, customers)
                .map(i -> query.ascending() ? i : customers - 1 - i)
                .map(i -> order == null ? i : order.get(i))
                .filter(position -> matches == null || matches.get(position))
                .skip(query.offset())
                .limit(query.limit())
                .toArray();
    }

    /** Null where every customer matches. */
    private @Nullable BitSet matches(AssignmentQuery query) {
        List<BitSet> conditions = new ArrayList<>();
        if (customers(query.run()) > 0) {
            if (!query.clusters().isEmpty()) {
                conditions.add(with(get(query.run(), CLUSTERS), query.clusters()));
            }
            if (!query.states().isEmpty()) {
                conditions.add(with(
                        get(query.run(), STATES),
                        query.states().stream().map(State::code).collect(Collectors.toSet())));
            }
            if (!query.search().isBlank()) {
                conditions.add(withId(query.run(), searchable(query.search().strip())));
            }
        }
        return conditions.stream()
                .reduce((one, other) -> {
                    one.and(other);
                    return one;
                })
                .orElse(null);
    }

    private static BitSet with(byte[] values, Set<Integer> wanted) {
        BitSet matches = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            matches.set(i, wanted.contains((int) values[i]));
        }
        return matches;
    }

    private BitSet withId(RunId run, String part) {
        byte[] content = get(run, IDS);
        ByteBuffer ids = ByteBuffer.wrap(content);
        BitSet matches = new BitSet();
        for (int i = 0; ids.hasRemaining(); i++) {
            int length = ids.getInt();
            matches.set(i, new String(content, ids.position(), length, StandardCharsets.UTF_8).contains(part));
            ids.position(ids.position() + length);
        }
        return matches;
    }

    /** As {@link #stratified}. */
    int[] sample(RunId run, int limit) {
        int customers = customers(run);
        return customers <= limit ? IntStream.range(0, customers).toArray() : stratified(get(run, CLUSTERS), limit);
    }

    /**
     * Every cluster in proportion, at least one of each, evenly spread over the positions.
     *
     * @param clusters one per position
     * @return positions, ascending; all of them where they are not more than the limit
     */
    static int[] stratified(byte[] clusters, int limit) {
        if (clusters.length <= limit) {
            return IntStream.range(0, clusters.length).toArray();
        }
        Map<Byte, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < clusters.length; i++) {
            members.computeIfAbsent(clusters[i], any -> new ArrayList<>()).add(i);
        }
        return members.values().stream()
                .flatMapToInt(cluster -> {
                    int take = Math.max(1, (int) ((long) limit * cluster.size() / clusters.length));
                    return IntStream.range(0, take).map(i -> cluster.get((int) ((long) i * cluster.size() / take)));
                })
                .sorted()
                .toArray();
    }

    private void put(RunId run, String part, byte[] content) {
        List<Object[]> pieces = new ArrayList<>();
        for (int from = 0; from < content.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length));
            pieces.add(new Object[] {run.value(), part, pieces.size(), piece});
        }
        jdbc.batchUpdate("INSERT INTO assignment_index (run, part, piece, content) VALUES (?, ?, ?, ?)", pieces);
    }

    private byte[] get(RunId run, String part) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        jdbc.query(
                "SELECT content FROM assignment_index WHERE run = ? AND part = ? ORDER BY piece",
                row -> {
                    content.writeBytes(row.getBytes(1));
                },
                run.value(),
                part);
        return content.toByteArray();
    }
}
