package io.segmenta.engine.segment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where customers went between two runs of the same shop, counted.
 *
 * @param before the segments of the one run
 * @param after the segments of the other
 * @param flows from each segment to each where anybody went, in the order of the segments; who was left out comes next, who was no customer last
 */
public record Migration(List<Segment> before, List<Segment> after, List<Flow> flows) {
    /** Stands for a segment where a customer was in the run and left out of its clustering. */
    public static final int LEFT_OUT = -1;

    /** Stands for a segment where somebody was no customer of the run. */
    public static final int ABSENT = -2;

    /** What a move means; better and worse is by persona. */
    public enum Direction {
        UP,
        DOWN,
        STAYED,
        ADDED,
        DROPPED,
        /** in one of the runs left out of the clustering */
        LEFT_OUT
    }

    /**
     * Customers who went the same way.
     *
     * @param from cluster of their segment in the one run, {@link #LEFT_OUT} or {@link #ABSENT}
     * @param to the same in the other
     * @param moneyBefore what they had spent at the one run
     * @param moneyAfter what they had spent at the other
     */
    public record Flow(int from, int to, int customers, double moneyBefore, double moneyAfter) {}

    public Migration {
        before = List.copyOf(before);
        after = List.copyOf(after);
        flows = List.copyOf(flows);
    }

    public Optional<Flow> flow(int from, int to) {
        return flows.stream().filter(flow -> flow.from == from && flow.to == to).findFirst();
    }

    /** Null where they were in none. */
    public @Nullable Segment from(Flow flow) {
        return segment(before, flow.from);
    }

    /** Null where they are in none. */
    public @Nullable Segment to(Flow flow) {
        return segment(after, flow.to);
    }

    private static @Nullable Segment segment(List<Segment> segments, int cluster) {
        return segments.stream()
                .filter(segment -> segment.cluster() == cluster)
                .findFirst()
                .orElse(null);
    }

    public Direction direction(Flow flow) {
        if (flow.from == ABSENT) {
            return Direction.ADDED;
        }
        if (flow.to == ABSENT) {
            return Direction.DROPPED;
        }
        Segment from = from(flow);
        Segment to = to(flow);
        if (from == null || to == null) {
            return Direction.LEFT_OUT;
        }
        int rank = to.persona().compareTo(from.persona());
        if (rank == 0) {
            return Direction.STAYED;
        }
        return rank < 0 ? Direction.UP : Direction.DOWN;
    }

    public int customers(Direction direction) {
        return count(flow -> direction(flow) == direction);
    }

    /** Who was a customer of both runs. */
    public int inBoth() {
        return count(flow -> flow.from != ABSENT && flow.to != ABSENT);
    }

    private int count(Predicate<Flow> which) {
        return flows.stream().filter(which).mapToInt(Flow::customers).sum();
    }

    /** One sentence: how many moved up, moved down, stayed, came and went. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%s moved up, %s moved down, %s stayed; %s were added and %s dropped.",
                Wording.customers(customers(Direction.UP)),
                Wording.number(customers(Direction.DOWN), 0),
                Wording.number(customers(Direction.STAYED), 0),
                Wording.number(customers(Direction.ADDED), 0),
                Wording.number(customers(Direction.DROPPED), 0));
    }
}
