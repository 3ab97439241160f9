package io.segmenta.engine.rhythm;

import io.segmenta.engine.numeric.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long the pauses of a shop's customers are. The logarithm of a customer's next pause is expected to be the mean of their own, drawn
 * toward that of the shop as much as pauses scatter more within customers than between them (Bühlmann credibility); how far pauses lay from
 * what was expected of them says how sure that is. Only pauses that ended are known: it speaks of customers who come back.
 *
 * @see <a href="https://doi.org/10.1017/S0515036100008989">Bühlmann (1967), Experience rating and credibility</a>
 */
final class Rhythm {
    /** With fewer in a shop there is none to speak of. */
    static final int FEWEST_PAUSES = 30;

    /** Of more customers so many are learned from, evenly spread. */
    private static final int MOST_STUDIED = 200_000;

    /** Quantiles that are kept of each kind: 0, 0.01, … 1. */
    private static final int STEPS = 100;

    /** Pauses that are known of a customer, at most, by kind of customer; the last kind has more. */
    private static final int[] KNOWN = {0, 3};

    /** However alike the customers are, twenty pauses of one's own count more than the shop's. */
    private static final double MOST_CREDIT_OF_SHOP = 20;

    private final double shop;
    private final double creditOfShop;
    private final double[][] errors;

    private Rhythm(double shop, double creditOfShop, double[][] errors) {
        this.shop = shop;
        this.creditOfShop = creditOfShop;
        this.errors = errors;
    }

    /** Empty where there are fewer than {@link #FEWEST_PAUSES}. */
    static Optional<Rhythm> of(Pauses pauses) {
        if (pauses.count() < FEWEST_PAUSES) {
            return Optional.empty();
        }
        int step = Math.max(1, (pauses.customers() + MOST_STUDIED - 1) / MOST_STUDIED);
        List<double[]> studied = new ArrayList<>();
        for (int i = 0; i < pauses.customers(); i += step) {
            double[] logs = pauses.logs(i);
            if (logs.length > 0) {
                studied.add(logs);
            }
        }
        double shop = studied.stream().mapToDouble(Rhythm::mean).average().orElse(0);
        Rhythm rhythm = new Rhythm(shop, creditOfShop(studied, shop), new double[0][]);
        return Optional.of(new Rhythm(shop, rhythm.creditOfShop, rhythm.errors(studied)));
    }

    /** How many pauses of their own weigh as much as the shop: the variance within customers over that between them, by moments. */
    private static double creditOfShop(List<double[]> studied, double shop) {
        double squares = 0;
        int degrees = 0;
        double between = 0;
        double inverse = 0;
        for (double[] logs : studied) {
            double mean = mean(logs);
            squares += Arrays.stream(logs).map(l -> (l - mean) * (l - mean)).sum();
            degrees += logs.length - 1;
            between += (mean - shop) * (mean - shop);
            inverse += 1.0 / logs.length;
        }
        if (degrees == 0 || squares == 0) { // nobody paused twice, or everybody always alike
            return degrees == 0 ? MOST_CREDIT_OF_SHOP : 0;
        }
        double within = squares / degrees;
        double excess = between / studied.size() - within * inverse / studied.size();
        return excess <= 0 ? MOST_CREDIT_OF_SHOP : Math.min(MOST_CREDIT_OF_SHOP, within / excess);
    }

    private double[][] errors(List<double[]> studied) {
        double[][] found = new double[KNOWN.length + 1][];
        int[] counts = new int[found.length];
        studied.forEach(logs -> {
            for (int known = 0; known < logs.length; known++) {
                counts[kind(known)]++;
            }
        });
        int all = Arrays.stream(counts).sum();
        for (int kind = 0; kind < found.length; kind++) {
            boolean enough = counts[kind] >= FEWEST_PAUSES;
            found[kind] = errors(studied, enough ? kind : -1, enough ? counts[kind] : all);
        }
        return found;
    }

    /** @param kind −1 for pauses of every kind */
    private double[] errors(List<double[]> studied, int kind, int count) {
        double[] errors = new double[count];
        int next = 0;
        for (double[] logs : studied) {
            double sum = 0;
            for (int known = 0; known < logs.length; known++) {
                if (kind < 0 || kind(known) == kind) {
                    errors[next++] = logs[known] - expected(known, sum);
                }
                sum += logs[known];
            }
        }
        Arrays.sort(errors);
        double[] quantiles = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            quantiles[i] = Quantiles.of(errors, (double) i / STEPS);
        }
        return quantiles;
    }

    private static int kind(int known) {
        int kind = 0;
        while (kind < KNOWN.length && known > KNOWN[kind]) {
            kind++;
        }
        return kind;
    }

    /** @param sum of the logarithms of the pauses that are known */
    private double expected(int known, double sum) {
        double weight = known + creditOfShop;
        return weight == 0 ? shop : (sum + creditOfShop * shop) / weight;
    }

    /**
     * Which share of the pauses of such customers was not longer than so many days.
     *
     * @param known pauses of the customer
     * @param sum of their logarithms
     * @param days at least 1
     * @return 0–1
     */
    double shorter(int known, double sum, double days) {
        double[] quantiles = errors[kind(known)];
        double error = Math.log(days) - expected(known, sum);
        if (error < quantiles[0]) {
            return 0;
        }
        int below = 0;
        while (below < STEPS && quantiles[below + 1] <= error) {
            below++;
        }
        double width = below == STEPS ? 0 : quantiles[below + 1] - quantiles[below];
        return (below + (width == 0 ? 0 : (error - quantiles[below]) / width)) / STEPS;
    }

    /** The pause in days that this share of the pauses of such customers does not pass. */
    double days(int known, double sum, double share) {
        double[] quantiles = errors[kind(known)];
        double place = share * STEPS;
        int below = Math.min((int) place, STEPS - 1);
        double error = quantiles[below] + (place - below) * (quantiles[below + 1] - quantiles[below]);
        return Math.exp(expected(known, sum) + error);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
