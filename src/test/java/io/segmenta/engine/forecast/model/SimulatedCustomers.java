package io.segmenta.engine.forecast.model;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.SimulatedShop;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Customers of a known model: what is known of each at the end of their age, and how often they bought in the weeks after.
 *
 * @param later one number a customer
 */
record SimulatedCustomers(List<PurchaseSummary> known, int[] later) {
    /** When somebody dies, who buys at these times. */
    private interface Life {
        /** @return how many of the purchases they live to make */
        int lived(double[] times);
    }

    static SimulatedCustomers of(BgCnbd model, int customers, double weeks, double ahead) {
        Random random = new Seed(17).random();
        return of(customers, weeks, ahead, random, end -> {
            double rate = SimulatedShop.gamma(random, model.r()) / model.alpha();
            double forA = SimulatedShop.gamma(random, model.a());
            double dropout = forA / (forA + SimulatedShop.gamma(random, model.b()));
            double[] times = times(rate, model.k(), end, random);
            return firsts(times, all -> {
                int lived = 0;
                boolean dead = model.dropout() == BgCnbd.Dropout.FROM_THE_FIRST && random.nextDouble() < dropout;
                while (!dead && lived < all.length) {
                    lived++;
                    dead = random.nextDouble() < dropout;
                }
                return lived;
            });
        });
    }

    static SimulatedCustomers of(ParetoNbd model, int customers, double weeks, double ahead) {
        Random random = new Seed(17).random();
        return of(customers, weeks, ahead, random, end -> {
            double rate = SimulatedShop.gamma(random, model.r()) / model.alpha();
            double death = exponential(random) / (SimulatedShop.gamma(random, model.s()) / model.beta());
            return firsts(times(rate, 1, end, random), all -> {
                int lived = 0;
                while (lived < all.length && all[lived] < death) {
                    lived++;
                }
                return lived;
            });
        });
    }

    private interface Customer {
        /** The times of the repeat purchases until the end. */
        double[] buys(double end);
    }

    private static double[] firsts(double[] times, Life life) {
        return Arrays.copyOf(times, life.lived(times));
    }

    private static double exponential(Random random) {
        return -Math.log1p(-random.nextDouble());
    }

    private static double[] times(double rate, int k, double end, Random random) {
        List<Double> times = new ArrayList<>();
        double at = 0;
        while (true) {
            for (int stage = 0; stage < k; stage++) {
                at += exponential(random) / rate;
            }
            if (at > end) {
                return times.stream().mapToDouble(Double::doubleValue).toArray();
            }
            times.add(at);
        }
    }

    private static SimulatedCustomers of(int customers, double weeks, double ahead, Random random, Customer customer) {
        List<PurchaseSummary> known = new ArrayList<>();
        int[] later = new int[customers];
        for (int i = 0; i < customers; i++) {
            double age = weeks * (0.5 + 0.5 * random.nextDouble());
            int x = 0;
            double last = 0;
            double logGaps = 0;
            for (double at : customer.buys(age + ahead)) {
                if (at <= age) {
                    x++;
                    logGaps += Math.log(at - last);
                    last = at;
                } else {
                    later[i]++;
                }
            }
            known.add(new PurchaseSummary("c" + i, x, last, age, logGaps, x == 0 ? 0 : 1, 1));
        }
        return new SimulatedCustomers(known, later);
    }
}
