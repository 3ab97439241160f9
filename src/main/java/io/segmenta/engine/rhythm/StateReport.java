package io.segmenta.engine.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many customers of a run stand where.
 *
 * @param lines one per state, in their order
 */
public record StateReport(List<Line> lines) {
    /**
     * The customers of one state.
     *
     * @param revenue what they spent, in currency
     * @param definition a sentence
     * @param byCluster how many of each cluster, −1 for those without one; clusters without any are not in it
     */
    public record Line(State state, int customers, double revenue, String definition, Map<Integer, Integer> byCluster) {
        public Line {
            byCluster = Map.copyOf(byCluster);
        }
    }

    public StateReport {
        lines = List.copyOf(lines);
    }

    /**
     * All in the order of the standings.
     *
     * @param clusters per customer
     * @param spent per customer, in currency
     */
    public static StateReport of(Standings standings, int[] clusters, double[] spent) {
        Map<State, String> definitions = standings.definitions();
        List<Line> lines = new ArrayList<>();
        for (State state : State.values()) {
            int customers = 0;
            double revenue = 0;
            Map<Integer, Integer> byCluster = new TreeMap<>();
            for (int i = 0; i < clusters.length; i++) {
                if (standings.state(i) == state) {
                    customers++;
                    revenue += spent[i];
                    byCluster.merge(clusters[i], 1, Integer::sum);
                }
            }
            lines.add(new Line(state, customers, revenue, String.valueOf(definitions.get(state)), byCluster));
        }
        return new StateReport(lines);
    }

    /** The customers of a cluster by state. */
    public Map<State, Integer> of(int cluster) {
        Map<State, Integer> customers = new TreeMap<>();
        lines.forEach(line -> customers.put(line.state(), line.byCluster().getOrDefault(cluster, 0)));
        return customers;
    }
}
