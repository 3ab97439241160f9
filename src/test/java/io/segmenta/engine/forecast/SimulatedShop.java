package io.segmenta.engine.forecast;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.Purchases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Customers with their own rates and sizes of purchases, who come for the first time on any day. */
public final class SimulatedShop {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);

    private SimulatedShop() {}

    public static Purchases of(int customers, int days) {
        return seasonal(customers, days, 1);
    }

    /** In the last quarter of a year everybody buys {@code peak} times as often. */
    public static Purchases seasonal(int customers, int days, double peak) {
        Random random = new Seed(11).random();
        List<PurchaseDay> purchases = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double daily = gamma(random, 0.9) / 60;
            double size = 10 + 90 * random.nextDouble();
            int first = random.nextInt(days);
            purchases.add(PurchaseDay.of("c" + i, START.plusDays(first), size));
            for (int day = first + 1; day < days; day++) {
                LocalDate date = START.plusDays(day);
                if (random.nextDouble() < daily * (date.getMonthValue() >= 10 ? peak : 1)) {
                    purchases.add(PurchaseDay.of("c" + i, date, size * (0.5 + random.nextDouble())));
                }
            }
        }
        return Purchases.of(purchases);
    }

    /** Marsaglia and Tsang (2000). */
    public static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + z / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
