package io.segmenta.engine.ingest.join;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Many rows of one table lead to one row of another.
 *
 * @param keys the columns that say so; more than one where only together they tell a row
 * @param partners rows of {@code from} that found their row
 */
record Arrow(Part from, Part to, List<Key> keys, long partners) {
    /** @param x position in the one table, {@code y} in the other */
    record Key(int x, int y) {}

    Arrow {
        keys = List.copyOf(keys);
    }

    static String value(String column) {
        return "lower(trim(" + column + "))";
    }

    String says() {
        return String.format(
                Locale.ENGLISH,
                "Joined: %s (%,d rows) with %s (%,d rows) by %s: %,d rows found a partner, %,d did not.",
                from.base(),
                from.rows(),
                to.base(),
                to.rows(),
                keys.stream().map(key -> from.headers().get(key.x())).collect(Collectors.joining(" and ")),
                partners,
                from.rows() - partners);
    }
}
