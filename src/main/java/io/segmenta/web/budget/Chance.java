package io.segmenta.web.budget;

/** A chance in words that promise no more than simulations of assumptions can: never none and never all. */
final class Chance {
    private static final double SMALL = 0.05;

    private Chance() {}

    /** Of the words, which take the {@link #tenths}. */
    static String key(double share) {
        return share < SMALL ? "chance.small" : share > 1 - SMALL ? "chance.large" : "chance.about";
    }

    /** From 1 to 9. */
    static String tenths(double share) {
        return String.valueOf(Math.clamp(Math.round(10 * share), 1, 9));
    }
}
