package io.segmenta.engine.ingest.join;

import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the arrow from one table to another: columns whose names fit, whose values are found there, and tell a row there. */
record Arrows(TransactionStore store) {
    /** Names that every table has for something of its own. */
    private static final Set<String> GENERIC = Set.of("id", "key", "code", "number", "no", "nr", "name", "uuid");

    private static final Pattern KEY = Pattern.compile(".+(id|key|code|number|no|nr|sku)");
    /** Of the values that must be found in the other table. */
    private static final double CONTAINED = 0.8;
    /** Of the rows that the key must tell apart; the first of equals is the partner. */
    private static final double UNIQUE = 0.99;

    /** Of each kind that are tried for a pair of tables: tables of hundreds of columns have thousands of names that fit somehow. */
    private static final int MOST_TRIED = 24;

    Optional<Arrow> between(Part from, Part to) {
        List<Arrow.Key> fitting = fitting(from, to);
        Stream<List<Arrow.Key>> pairs = IntStream.range(0, fitting.size())
                .boxed()
                .flatMap(i -> fitting.stream()
                        .skip(i + 1L)
                        .filter(other -> fitting.get(i).x() != other.x()
                                && fitting.get(i).y() != other.y())
                        .map(other -> List.of(fitting.get(i), other)))
                .limit(MOST_TRIED);
        return Stream.concat(fitting.stream().map(List::of), pairs)
                .flatMap(keys -> arrow(from, to, keys).stream())
                .findFirst();
    }

    /** Those of the same name first. */
    private static List<Arrow.Key> fitting(Part from, Part to) {
        List<Arrow.Key> same = new ArrayList<>();
        List<Arrow.Key> similar = new ArrayList<>();
        String table = to.singular();
        for (int x = 0; x < from.normal().size(); x++) {
            for (int y = 0; y < to.normal().size(); y++) {
                String here = from.normal().get(x);
                String there = to.normal().get(y);
                if (here.equals(there) && !GENERIC.contains(here)) {
                    same.add(new Arrow.Key(x, y));
                } else if (isKeyOf(here, table, there) || endsWithKey(there, here) || endsWithKey(here, there)) {
                    similar.add(new Arrow.Key(x, y));
                }
            }
        }
        return Stream.concat(same.stream(), similar.stream()).limit(MOST_TRIED).toList();
    }

    /** Whether it is called after the table whose own key has a name that every table has. */
    private static boolean isKeyOf(String name, String table, String key) {
        return GENERIC.contains(key)
                && !table.isEmpty()
                && (name.equals(table) || name.equals(table + "s") || name.equals(table + key));
    }

    private static boolean endsWithKey(String name, String key) {
        return !name.equals(key) && name.endsWith(key) && KEY.matcher(key).matches() && !GENERIC.contains(key);
    }

    private Optional<Arrow> arrow(Part from, Part to, List<Arrow.Key> keys) {
        String there =
                keys.stream().map(key -> Arrow.value("c" + key.y())).collect(Collectors.joining(" || chr(31) || "));
        String here =
                keys.stream().map(key -> Arrow.value("c" + key.x())).collect(Collectors.joining(" || chr(31) || "));
        long different = store.number("SELECT count(DISTINCT " + there + ") FROM " + to.sql());
        if (different < UNIQUE * to.rows()) {
            return Optional.empty();
        }
        long filled = store.number("SELECT count(" + here + ") FROM " + from.sql());
        long partners = store.number("SELECT count(*) FROM " + from.sql() + " WHERE " + here + " IN (SELECT " + there
                + " FROM " + to.sql() + " WHERE " + there + " IS NOT NULL)");
        if (filled == 0 || partners < CONTAINED * filled) {
            return Optional.empty();
        }
        long used = store.number("SELECT count(*) FROM " + to.sql() + " WHERE " + there + " IN (SELECT " + here
                + " FROM " + from.sql() + " WHERE " + here + " IS NOT NULL)");
        return Optional.of(new Arrow(from, to, keys, partners, to.rows() - used));
    }
}
