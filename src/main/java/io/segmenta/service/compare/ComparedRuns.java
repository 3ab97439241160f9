package io.segmenta.service.compare;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.export.CsvExport;
import io.segmenta.engine.export.CsvExport.MoverLine;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.segment.Journeys;
import io.segmenta.engine.segment.Membership;
import io.segmenta.engine.segment.Migration;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.results.AssignmentRepository;
import io.segmenta.service.results.Memberships;
import io.segmenta.service.run.RunRepository;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares runs that are kept. The last pairs stay in memory, without ids: some thirty bytes a customer. */
public final class ComparedRuns implements CompareService {
    private static final int KEPT = 3;
    private static final int PAGE = 5_000;

    private final RunRepository runs;
    private final AssignmentRepository assignments;
    private final Memberships memberships;
    private final Map<Pair, FutureTask<Journeys>> kept = new LinkedHashMap<>(KEPT, 1, true);
    private @Nullable Sorted last;

    private record Pair(RunId before, RunId after) {}

    /** What was asked last: a grid asks for page after page of it. */
    private record Sorted(Query query, int[] customers) {}

    public ComparedRuns(RunRepository runs, AssignmentRepository assignments) {
        this.runs = runs;
        this.assignments = assignments;
        this.memberships = new Memberships(assignments);
    }

    @Override
    public Comparison compare(RunId before, RunId after) {
        Journeys journeys = journeys(new Pair(before, after));
        return new Comparison(
                before, after, journeys.migration(), journeys.agreement().orElse(null));
    }

    @Override
    public int count(Query query) {
        return customers(query).length;
    }

    @Override
    public List<Mover> movers(Query query) {
        int[] customers = customers(query);
        int from = Math.min(query.offset(), customers.length);
        int to = (int) Math.min((long) from + query.limit(), customers.length);
        return movers(query, Arrays.copyOfRange(customers, from, to));
    }

    @Override
    public void write(Query query, OutputStream out) {
        Migration migration = journeys(new Pair(query.before(), query.after())).migration();
        Map<Integer, String> before = names(migration.before());
        Map<Integer, String> after = names(migration.after());
        int[] customers = customers(query);
        CsvExport.movers(
                IntStream.range(0, (customers.length + PAGE - 1) / PAGE)
                        .mapToObj(page -> Arrays.copyOfRange(
                                customers, page * PAGE, Math.min((page + 1) * PAGE, customers.length)))
                        .flatMap(page -> movers(query, page).stream())
                        .map(mover -> new MoverLine(
                                mover.customerId(),
                                before.getOrDefault(mover.from(), ""),
                                after.getOrDefault(mover.to(), ""),
                                mover.from() == Migration.ABSENT ? Double.NaN : mover.moneyBefore(),
                                mover.to() == Migration.ABSENT ? Double.NaN : mover.moneyAfter()))
                        .iterator(),
                out);
    }

    private static Map<Integer, String> names(List<Segment> segments) {
        return segments.stream().collect(Collectors.toMap(Segment::cluster, Segment::name));
    }

    private List<Mover> movers(Query query, int[] customers) {
        Journeys journeys = journeys(new Pair(query.before(), query.after()));
        // The id stands in both runs or in one of them.
        Map<Integer, String> ids = ids(query.after(), customers, journeys::after, any -> true);
        Map<Integer, String> dropped =
                ids(query.before(), customers, journeys::before, customer -> journeys.after(customer) < 0);
        List<Mover> movers = new ArrayList<>(customers.length);
        for (int customer : customers) {
            String id = ids.containsKey(customer) ? ids.get(customer) : dropped.get(customer);
            // A run that is being deleted has fewer and fewer.
            if (id != null) {
                movers.add(new Mover(
                        id,
                        journeys.from(customer),
                        journeys.to(customer),
                        journeys.moneyBefore(customer),
                        journeys.moneyAfter(customer)));
            }
        }
        return movers;
    }

    /** By customer. */
    private Map<Integer, String> ids(RunId run, int[] customers, IntUnaryOperator place, IntPredicate which) {
        int[] chosen = Arrays.stream(customers)
                .filter(which)
                .filter(customer -> place.applyAsInt(customer) >= 0)
                .toArray();
        Map<Integer, Assignment> found =
                assignments.at(run, Arrays.stream(chosen).map(place).toArray());
        Map<Integer, String> ids = new HashMap<>();
        for (int customer : chosen) {
            Assignment assignment = found.get(place.applyAsInt(customer));
            if (assignment != null) {
                ids.put(customer, assignment.customerId());
            }
        }
        return ids;
    }

    private int[] customers(Query query) {
        Query whole = new Query(
                query.before(), query.after(), query.from(), query.to(), query.order(), query.ascending(), 0, 0);
        Sorted sorted = last;
        if (sorted == null || !sorted.query().equals(whole)) {
            int[] customers = journeys(new Pair(query.before(), query.after()))
                    .customers(query.from(), query.to(), query.order(), query.ascending());
            sorted = new Sorted(whole, customers);
            last = sorted;
        }
        return sorted.customers();
    }

    /** Whoever asks for the same pair at the same time waits for the one who came first. */
    private Journeys journeys(Pair pair) {
        FutureTask<Journeys> task;
        synchronized (kept) {
            task = kept.computeIfAbsent(pair, any -> new FutureTask<>(() -> between(pair)));
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            synchronized (kept) {
                kept.remove(pair, task);
            }
            if (e.getCause() instanceof UserFacingException failure) {
                throw failure;
            }
            throw new IllegalStateException("Runs " + pair + " could not be compared.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Runs " + pair + " were not waited for.", e);
        }
    }

    private Journeys between(Pair pair) {
        return Journeys.between(membership(pair.before()), membership(pair.after()));
    }

    private Membership membership(RunId run) {
        RunResult result = runs.result(run)
                .orElseThrow(() -> new UserFacingException(
                        "Run " + run + " has no results to compare. Choose a run that is done."));
        return memberships.of(run, result.segments());
    }
}
