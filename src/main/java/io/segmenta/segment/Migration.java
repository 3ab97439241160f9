package io.segmenta.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where customers went between two runs of the same shop.
 *
 * @param flows from each segment to each where anybody went, in the order of the segments, those without one last
 */
public record Migration(List<Flow> flows) {
    /**
     * Customers who went the same way. Without a segment is who was not yet or no longer a customer, or was left out of the clustering.
     *
     * @param from null for those added
     * @param to null for those dropped
     * @param moneyBefore what they had spent at the earlier run
     * @param moneyAfter what they had spent at the later run
     * @param ids of the customers, ascending
     */
    public record Flow(
            @Nullable Segment from,
            @Nullable Segment to,
            int customers,
            double moneyBefore,
            double moneyAfter,
            List<String> ids) {
        public Flow {
            ids = List.copyOf(ids);
        }
    }

    private static final class Group {
        private final List<String> ids = new ArrayList<>();
        private double before;
        private double after;
    }

    public Migration {
        flows = List.copyOf(flows);
    }

    /** One pass over both lists of customers. */
    public static Migration between(Membership earlier, Membership later) {
        int nowhereBefore = earlier.segments().size();
        int nowhereAfter = later.segments().size();
        Group[][] groups = new Group[nowhereBefore + 1][nowhereAfter + 1];
        for (Group[] row : groups) {
            Arrays.setAll(row, to -> new Group());
        }
        int i = 0;
        int j = 0;
        while (i < earlier.ids().size() || j < later.ids().size()) {
            int order = compare(earlier.ids(), i, later.ids(), j);
            Group group =
                    groups[order <= 0 ? earlier.place(i) : nowhereBefore][order >= 0 ? later.place(j) : nowhereAfter];
            group.ids.add(order <= 0 ? earlier.ids().get(i) : later.ids().get(j));
            group.before += order <= 0 ? earlier.monetary()[i++] : 0;
            group.after += order >= 0 ? later.monetary()[j++] : 0;
        }
        List<Flow> flows = new ArrayList<>();
        for (int from = 0; from <= nowhereBefore; from++) {
            for (int to = 0; to <= nowhereAfter; to++) {
                Group group = groups[from][to];
                boolean segmented = from < nowhereBefore || to < nowhereAfter;
                if (segmented && !group.ids.isEmpty()) {
                    flows.add(new Flow(
                            from < nowhereBefore ? earlier.segments().get(from) : null,
                            to < nowhereAfter ? later.segments().get(to) : null,
                            group.ids.size(),
                            group.before,
                            group.after,
                            group.ids));
                }
            }
        }
        return new Migration(flows);
    }

    public Optional<Flow> flow(@Nullable Segment from, @Nullable Segment to) {
        return flows.stream()
                .filter(f -> Objects.equals(f.from, from) && Objects.equals(f.to, to))
                .findFirst();
    }

    /** One sentence: how many moved up, moved down, stayed, came and went. */
    public String summary() {
        int up = 0;
        int down = 0;
        int stayed = 0;
        int added = 0;
        int dropped = 0;
        for (Flow flow : flows) {
            if (flow.from == null) {
                added += flow.customers;
            } else if (flow.to == null) {
                dropped += flow.customers;
            } else if (flow.to.persona() == flow.from.persona()) {
                stayed += flow.customers;
            } else if (flow.to.persona().compareTo(flow.from.persona()) < 0) {
                up += flow.customers;
            } else {
                down += flow.customers;
            }
        }
        return "%s moved up, %s moved down, %s stayed; %s were added and %s dropped."
                .formatted(
                        Wording.customers(up),
                        Wording.number(down, 0),
                        Wording.number(stayed, 0),
                        Wording.number(added, 0),
                        Wording.number(dropped, 0));
    }

    private static int compare(List<String> a, int i, List<String> b, int j) {
        if (i == a.size()) {
            return 1;
        }
        return j == b.size() ? -1 : a.get(i).compareTo(b.get(j));
    }
}
