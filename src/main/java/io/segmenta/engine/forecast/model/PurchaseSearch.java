package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.PurchaseSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the search for the parameters of a purchase model begins, and how far it may go. */
final class PurchaseSearch {
    private static final double SMALLEST = 1e-6;
    private static final double LARGEST = 1e6;
    private static final double[][] STARTING_DROPOUT = {{1, 3}, {0.1, 1}, {0.5, 10}};
    private static final double[][] STARTING_LIFETIMES = {{0.5, 10}, {1, 50}};
    private static final double[] STARTING_R = {0.25, 1};

    private PurchaseSearch() {}

    /** Repeat purchases a week, all customers together. */
    static double rate(List<PurchaseSummary> customers) {
        double repeats = 0;
        double weeks = 0;
        for (PurchaseSummary s : customers) {
            repeats += s.repeats();
            weeks += s.ageWeeks();
        }
        return repeats / weeks;
    }

    /** r, alpha, a, b. */
    static List<double[]> startsWithDropout(double rate) {
        List<double[]> starts = new ArrayList<>();
        for (double r : STARTING_R) {
            for (double[] dropout : STARTING_DROPOUT) {
                starts.add(new double[] {r, r / rate, dropout[0], dropout[1]});
            }
        }
        return starts;
    }

    /** r, alpha, s, beta. */
    static List<double[]> startsWithLifetimes(double rate) {
        List<double[]> starts = new ArrayList<>();
        for (double r : STARTING_R) {
            for (double[] lifetimes : STARTING_LIFETIMES) {
                starts.add(new double[] {r, r / rate, lifetimes[0], lifetimes[1]});
            }
        }
        return starts;
    }

    /** r, alpha. */
    static List<double[]> startsWithoutDropout(double rate) {
        List<double[]> starts = new ArrayList<>();
        for (double r : STARTING_R) {
            starts.add(new double[] {r, r / rate});
        }
        return starts;
    }

    static MaximumLikelihood find(LogLikelihood objective, int customers, List<double[]> starts) {
        int parameters = starts.getFirst().length;
        double[] lower = new double[parameters];
        double[] upper = new double[parameters];
        Arrays.fill(lower, SMALLEST);
        Arrays.fill(upper, LARGEST);
        return MaximumLikelihood.find(objective, customers, starts, lower, upper);
    }
}
