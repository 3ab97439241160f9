package io.segmenta.engine.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The customers: each with a purchase rate of its own (gamma), a probability of leaving after an order (beta), as in the BG/NBD model
 * (Fader, Hardie, Lee 2005), a size of basket (log-normal) and a country.
 */
final class Population {
    private static final double RATE_SHAPE = 0.9;
    private static final double MEAN_DAYS_BETWEEN_ORDERS = 60;
    private static final double DROPOUT_A = 0.9;
    private static final double DROPOUT_B = 5;
    private static final double TRADE_SHARE = 0.03;

    private static final List<String> COUNTRIES = List.of(
            "United Kingdom",
            "Germany",
            "France",
            "Netherlands",
            "Ireland",
            "Spain",
            "Belgium",
            "Switzerland",
            "Austria",
            "Italy",
            "Denmark");
    private static final double[] COUNTRY_SHARES = {0.52, 0.64, 0.75, 0.80, 0.85, 0.89, 0.92, 0.945, 0.965, 0.985, 1};

    private final float[] dailyRate;
    private final float[] dropout;
    private final float[] quantityLevel;
    private final byte[] linesLevel;
    private final byte[] country;
    private final byte[] favourite;
    private final byte[][] countries =
            COUNTRIES.stream().map(c -> c.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);

    Population(int customers, Draw draw) {
        dailyRate = new float[customers];
        dropout = new float[customers];
        quantityLevel = new float[customers];
        linesLevel = new byte[customers];
        country = new byte[customers];
        favourite = new byte[customers];
        for (int i = 0; i < customers; i++) {
            boolean trade = draw.chance(TRADE_SHARE);
            dailyRate[i] = (float) (draw.gamma(RATE_SHAPE) / RATE_SHAPE / MEAN_DAYS_BETWEEN_ORDERS * (trade ? 4 : 1));
            // a shop that buys for its own shelves comes back
            dropout[i] = (float) (draw.beta(DROPOUT_A, DROPOUT_B) * (trade ? 0.4 : 1));
            quantityLevel[i] = (float) (draw.logNormal(0.5) * (trade ? 2.5 : 1.3));
            linesLevel[i] = (byte) Math.min(100, Math.round(1 + 2.4 * draw.logNormal(0.5) * (trade ? 1.5 : 1)));
            country[i] = countryOf(draw.uniform());
            favourite[i] = (byte) draw.below(Catalogue.ranges());
        }
    }

    private static byte countryOf(double u) {
        byte i = 0;
        while (u >= COUNTRY_SHARES[i]) {
            i++;
        }
        return i;
    }

    int size() {
        return dailyRate.length;
    }

    /** Orders a day, before the season. */
    double dailyRate(int customer) {
        return dailyRate[customer];
    }

    boolean leaves(int customer, Draw draw) {
        return draw.chance(dropout[customer]);
    }

    int lines(int customer, Draw draw) {
        return draw.geometric(linesLevel[customer]);
    }

    int quantity(int customer, Draw draw) {
        return draw.geometric(quantityLevel[customer]);
    }

    int favourite(int customer) {
        return favourite[customer];
    }

    byte[] country(int customer) {
        return countries[country[customer]];
    }
}
