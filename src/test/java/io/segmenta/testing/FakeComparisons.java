package io.segmenta.testing;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.segment.Journeys;
import io.segmenta.engine.segment.Membership;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.compare.CompareService;
import io.segmenta.service.compare.Comparison;
import io.segmenta.service.compare.Mover;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whatever two runs are compared: the first has all customers of {@link Example} but the first champion, the second all but the first who is
 * lost, and there the second champion is at risk.
 */
public final class FakeComparisons implements CompareService {
    private final Membership before;
    private final Membership after;
    private final Journeys journeys;
    /** Thrown by the next comparison. */
    public @Nullable UserFacingException failure;

    public FakeComparisons() {
        List<Segment> segments = Example.segments();
        List<Assignment> customers = Example.customers().stream()
                .sorted(Comparator.comparing(Assignment::customerId))
                .toList();
        int champions = segments.getFirst().cluster();
        int lost = segments.getLast().cluster();
        String added = id(customers, champions, 0);
        String fallen = id(customers, champions, 1);
        String dropped = id(customers, lost, 0);
        before = membership(customers, added, "");
        after = membership(customers, dropped, fallen);
        journeys = Journeys.between(before, after);
    }

    private static String id(List<Assignment> customers, int cluster, int place) {
        return customers.stream()
                .filter(customer -> customer.cluster() == cluster)
                .skip(place)
                .findFirst()
                .orElseThrow()
                .customerId();
    }

    private static Membership membership(List<Assignment> customers, String without, String fallen) {
        List<Assignment> members = customers.stream()
                .filter(customer -> !customer.customerId().equals(without))
                .toList();
        int risk = Example.segments().get(3).cluster();
        return new Membership(
                Example.segments(),
                members.stream().map(Assignment::customerId).toList(),
                members.stream()
                        .mapToInt(customer -> customer.customerId().equals(fallen) ? risk : customer.cluster())
                        .toArray(),
                members.stream().mapToDouble(Assignment::monetary).toArray());
    }

    @Override
    public Comparison compare(RunId one, RunId other) {
        UserFacingException thrown = failure;
        if (thrown != null) {
            failure = null;
            throw thrown;
        }
        return new Comparison(
                one, other, journeys.migration(), journeys.agreement().orElse(null));
    }

    @Override
    public List<Mover> movers(Query query) {
        return Arrays.stream(journeys.customers(query.from(), query.to(), query.order(), query.ascending()))
                .skip(query.offset())
                .limit(query.limit())
                .mapToObj(customer -> new Mover(
                        journeys.after(customer) >= 0
                                ? after.ids().get(journeys.after(customer))
                                : before.ids().get(journeys.before(customer)),
                        journeys.from(customer),
                        journeys.to(customer),
                        journeys.moneyBefore(customer),
                        journeys.moneyAfter(customer)))
                .toList();
    }

    @Override
    public int count(Query query) {
        return journeys.customers(query.from(), query.to(), query.order(), query.ascending()).length;
    }

    @Override
    public void write(Query query, OutputStream out) {
        try {
            out.write((count(query) + " customers").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
