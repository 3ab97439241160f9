package io.segmenta.store;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.numeric.Sampling;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.results.AssignmentRepository;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Customers in blocks, with an index beside them: a row each made H2 take seconds for a page of a million (see
 * {@code src/docs/decisions/customers-in-blocks.md}). Written once, by the thread of the run, before the run counts as succeeded; read by
 * any thread afterwards. Each block is a transaction of its own: until the run counts as succeeded blocks are there but not found, as they
 * are asked for by the number of customers, and {@link H2Runs} takes away those of a run that fails.
 */
@Repository
class H2Assignments implements AssignmentRepository {
    /** Blocks that are written, and read, at a time: about ten thousand customers. */
    private static final int BATCH = 40;

    /** So many customers of a larger run are kept apart: charts ask for them each time, and they are spread over all blocks. */
    static final int KEPT_SAMPLE = Sampling.MANY_ROWS;

    private final JdbcTemplate jdbc;
    private final AssignmentIndex index;

    H2Assignments(JdbcTemplate jdbc, AssignmentIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    void write(RunId run, Outcome outcome, Progress progress) {
        int blocks = blocks(outcome.customers());
        for (int from = 0; from < blocks; from += BATCH) {
            progress.report(0.8 * from / blocks, "Saving customers");
            List<Object[]> batch = IntStream.range(from, Math.min(from + BATCH, blocks))
                    .mapToObj(
                            block -> new Object[] {run.value(), block, CustomerBlock.write(customers(outcome, block))})
                    .toList();
            jdbc.batchUpdate("INSERT INTO assignment (run, block, customers) VALUES (?, ?, ?)", batch);
        }
        writeSample(run, outcome);
        progress.report(0.8, "Saving what finds customers");
        index.write(run, outcome);
    }

    /** In the same table, numbered down from −1. */
    private void writeSample(RunId run, Outcome outcome) {
        if (outcome.customers() > KEPT_SAMPLE) {
            int[] sample = AssignmentIndex.stratified(AssignmentIndex.clusters(outcome), KEPT_SAMPLE);
            List<Object[]> batch = IntStream.range(0, blocks(sample.length))
                    .mapToObj(block -> new Object[] {
                        run.value(),
                        -1 - block,
                        CustomerBlock.write(Arrays.stream(sample)
                                .skip((long) block * CustomerBlock.SIZE)
                                .limit(CustomerBlock.SIZE)
                                .mapToObj(outcome::assignment)
                                .toList())
                    })
                    .toList();
            jdbc.batchUpdate("INSERT INTO assignment (run, block, customers) VALUES (?, ?, ?)", batch);
        }
    }

    private static int blocks(int customers) {
        return (customers + CustomerBlock.SIZE - 1) / CustomerBlock.SIZE;
    }

    private static List<Assignment> customers(Outcome outcome, int block) {
        int from = block * CustomerBlock.SIZE;
        return IntStream.range(from, Math.min(from + CustomerBlock.SIZE, outcome.customers()))
                .mapToObj(outcome::assignment)
                .toList();
    }

    void delete(RunId run) {
        jdbc.update("DELETE FROM assignment WHERE run = ?", run.value());
        index.delete(run);
    }

    @Override
    public List<Assignment> page(AssignmentQuery query) {
        return list(query.run(), index.page(query));
    }

    @Override
    public int count(AssignmentQuery query) {
        return index.count(query);
    }

    /** They stand in the order of their ids as DuckDB compares text, which is that of its bytes. */
    @Override
    public Optional<Assignment> find(RunId run, String customer) {
        int low = 0;
        int high = blocks(index.customers(run)) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Assignment[] block = blocks(run, List.of(middle)).get(middle);
            if (block == null) { // the run is being deleted
                return Optional.empty();
            }
            if (compare(customer, block[0]) < 0) {
                high = middle - 1;
            } else if (compare(customer, block[block.length - 1]) > 0) {
                low = middle + 1;
            } else {
                return Arrays.stream(block)
                        .filter(each -> each.customerId().equals(customer))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private static int compare(String id, Assignment customer) {
        return Arrays.compareUnsigned(
                id.getBytes(StandardCharsets.UTF_8), customer.customerId().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Assignment> sample(RunId run, int limit) {
        List<Assignment> kept = limit <= KEPT_SAMPLE ? keptSample(run) : List.of();
        if (kept.isEmpty()) { // a small run, or one of an earlier version
            return list(run, index.sample(run, limit));
        }
        byte[] clusters = new byte[kept.size()];
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = (byte) kept.get(i).cluster();
        }
        return Arrays.stream(AssignmentIndex.stratified(clusters, limit))
                .mapToObj(kept::get)
                .toList();
    }

    private List<Assignment> keptSample(RunId run) {
        if (index.customers(run) <= KEPT_SAMPLE) {
            return List.of();
        }
        List<Assignment> kept = new ArrayList<>();
        jdbc.query(
                "SELECT customers FROM assignment WHERE run = ? AND block < 0 ORDER BY block DESC",
                row -> {
                    kept.addAll(List.of(CustomerBlock.read(row.getBytes(1))));
                },
                run.value());
        return kept;
    }

    @Override
    public Stream<Assignment> all(RunId run) {
        return IntStream.range(0, blocks(index.customers(run)))
                .boxed()
                .flatMap(block -> Arrays.stream(blocks(run, List.of(block)).getOrDefault(block, new Assignment[0])));
    }

    /** In the order of the positions. */
    private List<Assignment> list(RunId run, int[] positions) {
        Map<Integer, Assignment> found = at(run, positions);
        return Arrays.stream(positions)
                .mapToObj(found::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Some blocks at a time, of which only those asked for are kept: a sample of a large run touches all of its blocks. */
    @Override
    public Map<Integer, Assignment> at(RunId run, int[] places) {
        Map<Integer, List<Integer>> wanted =
                Arrays.stream(places).boxed().collect(Collectors.groupingBy(place -> place / CustomerBlock.SIZE));
        List<Integer> blocks = List.copyOf(wanted.keySet());
        // A run that is being deleted has fewer and fewer.
        Map<Integer, Assignment> found = new HashMap<>();
        for (int from = 0; from < blocks.size(); from += BATCH) {
            List<Integer> some = blocks.subList(from, Math.min(from + BATCH, blocks.size()));
            blocks(run, some)
                    .forEach((block, customers) -> wanted.getOrDefault(block, List.of())
                            .forEach(place -> found.put(place, customers[place % CustomerBlock.SIZE])));
        }
        return found;
    }

    private Map<Integer, Assignment[]> blocks(RunId run, List<Integer> wanted) {
        Map<Integer, Assignment[]> blocks = new HashMap<>();
        if (!wanted.isEmpty()) {
            String list = wanted.stream().map(String::valueOf).collect(Collectors.joining(", "));
            jdbc.query(
                    "SELECT block, customers FROM assignment WHERE run = ? AND block IN (" + list + ")",
                    row -> {
                        blocks.put(row.getInt(1), CustomerBlock.read(row.getBytes(2)));
                    },
                    run.value());
        }
        return blocks;
    }
}
