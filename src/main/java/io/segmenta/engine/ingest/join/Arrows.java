package io.segmenta.engine.ingest.join;

import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the arrow from one table to another: columns whose names fit, whose values are found there, and tell a row there. */
record Arrows(TransactionStore store) {
    /** Names that every table has for something of its own. */
    private static final Set<String> GENERIC = Set.of("id", "key", "code", "number", "no", "nr", "name", "uuid");

    private static final Pattern KEY = Pattern.compile(".+(id|key|code|number|no|nr|sku)");
    /** Of the values that must be found in the other table. */
    private static final double CONTAINED = 0.8;
    /** Of the rows that the key must tell apart; the first of equals is the partner. */
    private static final double UNIQUE = 0.99;

    Optional<Arrow> between(Part from, Part to) {
        List<Arrow.Key> fitting = new ArrayList<>();
        for (int x = 0; x < from.headers().size(); x++) {
            for (int y = 0; y < to.headers().size(); y++) {
                if (fits(from.headers().get(x), to, to.headers().get(y))) {
                    fitting.add(new Arrow.Key(x, y));
                }
            }
        }
        List<List<Arrow.Key>> candidates =
                new ArrayList<>(fitting.stream().map(List::of).toList());
        for (int i = 0; i < fitting.size(); i++) {
            for (int j = i + 1; j < fitting.size(); j++) {
                if (fitting.get(i).x() != fitting.get(j).x()
                        && fitting.get(i).y() != fitting.get(j).y()) {
                    candidates.add(List.of(fitting.get(i), fitting.get(j)));
                }
            }
        }
        return candidates.stream()
                .flatMap(keys -> arrow(from, to, keys).stream())
                .findFirst();
    }

    private static boolean fits(String xHeader, Part to, String yHeader) {
        String x = Vocabulary.normal(xHeader);
        String y = Vocabulary.normal(yHeader);
        if (x.equals(y)) {
            return !GENERIC.contains(x);
        }
        String table = to.singular();
        boolean ofTable = GENERIC.contains(y)
                && !table.isEmpty()
                && (x.equals(table) || x.equals(table + "s") || x.equals(table + y));
        return ofTable || endsWithKey(y, x) || endsWithKey(x, y);
    }

    private static boolean endsWithKey(String name, String key) {
        return name.endsWith(key) && KEY.matcher(key).matches() && !GENERIC.contains(key);
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
        return filled > 0 && partners >= CONTAINED * filled
                ? Optional.of(new Arrow(from, to, keys, partners))
                : Optional.empty();
    }
}
