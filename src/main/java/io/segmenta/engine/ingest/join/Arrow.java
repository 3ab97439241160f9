package io.segmenta.engine.ingest.join;

import io.segmenta.engine.ingest.table.TableLink;
import java.util.List;

/**
 * Many rows of one table lead to one row of another.
 *
 * @param keys the columns that say so; more than one where only together they tell a row
 * @param partners rows of {@code from} that found their row
 * @param unused rows of {@code to} that none leads to
 */
record Arrow(Part from, Part to, List<Key> keys, long partners, long unused) {
    /** @param x position in the one table, {@code y} in the other */
    record Key(int x, int y) {}

    Arrow {
        keys = List.copyOf(keys);
    }

    static String value(String column) {
        return "lower(trim(" + column + "))";
    }

    TableLink link() {
        return new TableLink(
                from.name(),
                from.rows(),
                to.name(),
                to.rows(),
                keys.stream().map(key -> from.headers().get(key.x())).toList(),
                partners,
                unused);
    }
}
