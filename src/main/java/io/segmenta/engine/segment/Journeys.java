package io.segmenta.engine.segment;

import io.segmenta.engine.evaluate.Agreement;
import io.segmenta.engine.numeric.RankStatistics;
import io.segmenta.engine.segment.Migration.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every customer of two runs of the same shop, where he was and where he is: some thirty bytes each, without the ids, which stay with the
 * runs. Customers are numbered from 0 by id.
 */
public final class Journeys {
    /** What to sort customers by; the id breaks ties. */
    public enum Order {
        CUSTOMER,
        MONEY_BEFORE,
        MONEY_AFTER,
        CHANGE
    }

    private final Migration migration;
    /** per customer his place in the one run, −1 where he is not in it */
    private final int[] before;

    private final int[] after;
    private final byte[] from;
    private final byte[] to;
    private final double[] moneyBefore;
    private final double[] moneyAfter;

    private Journeys(Membership earlier, Membership later) {
        int most = earlier.ids().size() + later.ids().size();
        int[] places = new int[most];
        int[] others = new int[most];
        int customers = 0;
        int i = 0;
        int j = 0;
        while (i < earlier.ids().size() || j < later.ids().size()) {
            int order = compare(earlier.ids(), i, later.ids(), j);
            places[customers] = order <= 0 ? i++ : -1;
            others[customers++] = order >= 0 ? j++ : -1;
        }
        before = Arrays.copyOf(places, customers);
        after = Arrays.copyOf(others, customers);
        from = new byte[customers];
        to = new byte[customers];
        moneyBefore = new double[customers];
        moneyAfter = new double[customers];
        fill(earlier, before, from, moneyBefore);
        fill(later, after, to, moneyAfter);
        migration = new Migration(
                earlier.segments(), later.segments(), flows(places(earlier.segments()), places(later.segments())));
    }

    /** One pass over both lists of customers. */
    public static Journeys between(Membership earlier, Membership later) {
        return new Journeys(earlier, later);
    }

    private static void fill(Membership run, int[] places, byte[] clusters, double[] money) {
        for (int customer = 0; customer < clusters.length; customer++) {
            int place = places[customer];
            clusters[customer] = (byte) (place < 0 ? Migration.ABSENT : run.clusters()[place]);
            money[customer] = place < 0 ? 0 : run.monetary()[place];
        }
    }

    /** The order in which flows stand. */
    private static Map<Integer, Integer> places(List<Segment> segments) {
        Map<Integer, Integer> places = new HashMap<>();
        segments.forEach(segment -> places.put(segment.cluster(), places.size()));
        places.put(Migration.LEFT_OUT, segments.size());
        places.put(Migration.ABSENT, segments.size() + 1);
        return places;
    }

    private List<Flow> flows(Map<Integer, Integer> fromPlaces, Map<Integer, Integer> toPlaces) {
        // Clusters are numbered from 0, so two more places hold everybody.
        int rows =
                fromPlaces.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 3;
        int columns =
                toPlaces.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 3;
        int[] counts = new int[rows * columns];
        double[][] money = new double[2][counts.length];
        for (int customer = 0; customer < from.length; customer++) {
            int cell = (from[customer] + 2) * columns + to[customer] + 2;
            counts[cell]++;
            money[0][cell] += moneyBefore[customer];
            money[1][cell] += moneyAfter[customer];
        }
        List<Flow> flows = new ArrayList<>();
        for (int cell = 0; cell < counts.length; cell++) {
            int source = cell / columns - 2;
            int target = cell % columns - 2;
            if (counts[cell] > 0 && (source >= 0 || target >= 0)) {
                flows.add(new Flow(source, target, counts[cell], money[0][cell], money[1][cell]));
            }
        }
        flows.sort(Comparator.<Flow>comparingInt(flow -> fromPlaces.getOrDefault(flow.from(), 0))
                .thenComparingInt(flow -> toPlaces.getOrDefault(flow.to(), 0)));
        return flows;
    }

    public Migration migration() {
        return migration;
    }

    /** How far the two runs agree about the customers who have a segment in both; empty where nobody has. */
    public Optional<Agreement> agreement() {
        int[] both = IntStream.range(0, from.length)
                .filter(customer -> from[customer] >= 0 && to[customer] >= 0)
                .toArray();
        if (both.length == 0) {
            return Optional.empty();
        }
        return Optional.of(Agreement.of(
                Arrays.stream(both).map(customer -> from[customer]).toArray(),
                Arrays.stream(both).map(customer -> to[customer]).toArray()));
    }

    /**
     * @param source only who came from this cluster, null for all
     * @param target only who went to this cluster, null for all
     */
    public int[] customers(@Nullable Integer source, @Nullable Integer target, Order order, boolean ascending) {
        int[] chosen = IntStream.range(0, from.length)
                .filter(customer -> source == null || from[customer] == source)
                .filter(customer -> target == null || to[customer] == target)
                .filter(customer -> from[customer] >= 0 || to[customer] >= 0)
                .toArray();
        int[] sorted = order == Order.CUSTOMER ? chosen : sorted(chosen, value(order));
        return ascending
                ? sorted
                : IntStream.rangeClosed(1, sorted.length)
                        .map(i -> sorted[sorted.length - i])
                        .toArray();
    }

    private IntToDoubleFunction value(Order order) {
        return switch (order) {
            case MONEY_BEFORE -> customer -> moneyBefore[customer];
            case MONEY_AFTER -> customer -> moneyAfter[customer];
            case CUSTOMER, CHANGE -> customer -> moneyAfter[customer] - moneyBefore[customer];
        };
    }

    /** By value and then by number. */
    private static int[] sorted(int[] customers, IntToDoubleFunction value) {
        int[] order = RankStatistics.argsort(
                Arrays.stream(customers).mapToDouble(value).toArray());
        return Arrays.stream(order).map(i -> customers[i]).toArray();
    }

    /** His place in the one run, from 0, or −1 where he is not in it. */
    public int before(int customer) {
        return before[customer];
    }

    /** His place in the other run, from 0, or −1 where he is not in it. */
    public int after(int customer) {
        return after[customer];
    }

    public int from(int customer) {
        return from[customer];
    }

    public int to(int customer) {
        return to[customer];
    }

    public double moneyBefore(int customer) {
        return moneyBefore[customer];
    }

    public double moneyAfter(int customer) {
        return moneyAfter[customer];
    }

    private static int compare(List<String> a, int i, List<String> b, int j) {
        if (i == a.size()) {
            return 1;
        }
        return j == b.size() ? -1 : compare(a.get(i), b.get(j));
    }

    /** By code point: a surrogate stands for one above all others, while {@link String#compareTo} puts some others above it. */
    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                int surrogates = Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
                return surrogates != 0 ? surrogates : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
