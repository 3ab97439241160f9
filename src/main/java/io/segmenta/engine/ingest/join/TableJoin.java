package io.segmenta.engine.ingest.join;

import io.segmenta.engine.columns.Headers;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.columns.Vocabulary.Level;
import io.segmenta.engine.ingest.table.TableLink;
import io.segmenta.engine.reading.FileReading;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins the tables of a file in its store. Each table is loaded as the store's own and {@linkplain #set aside}; the rows of the finest table
 * come back with the columns of those that its keys lead to. Only from many rows to one: no row ever comes twice.
 */
public final class TableJoin {
    /** Which day it is changes nothing in which columns are there. */
    private static final LocalDate ANY_DAY = LocalDate.of(2100, 1, 1);

    /** People and firms on the shop's own side, whose names would pass for customers. */
    private static final Pattern OWN_SIDE =
            Pattern.compile("employee|staff|supplier|vendor|shipper|carrier|warehouse|sqlite_|target|budget|return");

    private final TransactionStore store;
    private final List<Part> parts = new ArrayList<>();

    /** @param store the tables of which are loaded one after the other */
    public TableJoin(TransactionStore store) {
        this.store = store;
    }

    /** Whether the rows in the store say who, when and how much. */
    public static boolean isWhole(TransactionStore store) {
        Map<Field, Suggestion> found = FileReading.of(store, ANY_DAY).proposal().suggestions();
        return has(found, Field.CUSTOMER_ID)
                && has(found, Field.TIMESTAMP)
                && Field.MONEY.stream().anyMatch(field -> has(found, field));
    }

    private static boolean has(Map<Field, Suggestion> found, Field field) {
        Suggestion suggestion = found.get(field);
        return suggestion != null && suggestion.certainty() != Certainty.MISSING;
    }

    /** Whether a table of this name may tell of orders, their lines, buyers or products. */
    public static boolean mayJoin(String name) {
        return !OWN_SIDE.matcher(Vocabulary.folded(name)).find();
    }

    /** Takes the loaded rows out of the store, which is then as new; the first ones set aside are those that come back without a join. */
    public void set(String name) {
        Part part = new Part(name, "part_" + parts.size(), store.headers(), store.rows());
        store.execute("ALTER TABLE source RENAME TO " + part.sql());
        store.execute("DROP TABLE header");
        parts.add(part);
    }

    /** Drops the rows in the store, which is then as new. */
    public void forget() {
        store.execute("DROP TABLE source");
        store.execute("DROP TABLE header");
    }

    /**
     * Puts the joined rows into the store, or the first table as it was where nothing is joined.
     *
     * @param asked whether they are joined as far as keys lead; else only where the rows then say who, when and how much
     * @return what was joined; none where nothing was
     */
    public List<TableLink> join(boolean asked) {
        List<TableLink> links = joined(asked);
        if (links.isEmpty()) {
            Part first = parts.getFirst();
            fill(first.headers(), "SELECT * FROM " + first.sql() + " ORDER BY rowid");
        }
        parts.forEach(part -> store.execute("DROP TABLE " + part.sql()));
        return links;
    }

    private List<TableLink> joined(boolean asked) {
        Arrows arrows = new Arrows(store);
        List<Arrow> all = parts.stream()
                .flatMap(from ->
                        parts.stream().filter(to -> !to.equals(from)).flatMap(to -> arrows.between(from, to).stream()))
                .toList();
        List<List<Arrow>> paths = parts.stream()
                .sorted(Comparator.comparing((Part part) -> !hasMoney(part))
                        .thenComparing(Comparator.comparingLong(Part::rows).reversed()))
                .map(root -> reached(root, all))
                .filter(path -> !path.isEmpty())
                .toList();
        for (List<Arrow> path : paths) {
            new Wide(path).fill();
            if (isWhole(store)) {
                return path.stream().map(Arrow::link).toList();
            }
            forget();
        }
        if (asked && !paths.isEmpty()) {
            new Wide(paths.getFirst()).fill();
            return paths.getFirst().stream().map(Arrow::link).toList();
        }
        return List.of();
    }

    private static boolean hasMoney(Part part) {
        return part.headers().stream()
                .anyMatch(header -> Stream.of(Field.QUANTITY, Field.UNIT_PRICE, Field.LINE_TOTAL, Field.ORDER_TOTAL)
                        .anyMatch(field -> Stream.of(Level.NAME, Level.WORD)
                                .anyMatch(level -> Vocabulary.names(field, level, header))));
    }

    /** Each table once, by the shortest way. */
    private static List<Arrow> reached(Part root, List<Arrow> all) {
        List<Part> there = new ArrayList<>(List.of(root));
        List<Arrow> path = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            for (Arrow arrow : all) {
                if (arrow.from().equals(there.get(i)) && !there.contains(arrow.to())) {
                    there.add(arrow.to());
                    path.add(arrow);
                }
            }
        }
        return path;
    }

    private void fill(List<String> headers, String rows) {
        store.create(headers);
        store.add(rows);
    }

    /** The rows of the root with all columns but the keys of the others, which the root's rows hold already. */
    private final class Wide {
        private final List<String> headers = new ArrayList<>();
        private final List<String> columns = new ArrayList<>();
        private final StringBuilder from = new StringBuilder();

        Wide(List<Arrow> path) {
            Part root = path.getFirst().from();
            add(root, List.of());
            from.append(root.sql());
            for (Arrow arrow : path) {
                List<Integer> keys = arrow.keys().stream().map(Arrow.Key::y).toList();
                add(arrow.to(), keys);
                String key = keys.stream().map(y -> Arrow.value("c" + y)).collect(Collectors.joining(", "));
                String partners = "(SELECT DISTINCT ON (" + key + ") * FROM "
                        + arrow.to().sql() + " ORDER BY " + key + ", rowid)";
                from.append(" LEFT JOIN ")
                        .append(partners)
                        .append(" AS ")
                        .append(arrow.to().sql())
                        .append(" ON ")
                        .append(arrow.keys().stream()
                                .map(pair -> Arrow.value(arrow.from().sql() + ".c" + pair.x()) + " = "
                                        + Arrow.value(arrow.to().sql() + ".c" + pair.y()))
                                .collect(Collectors.joining(" AND ")));
            }
            from.append(" ORDER BY ").append(root.sql()).append(".rowid");
        }

        private void add(Part part, List<Integer> without) {
            for (int i = 0; i < part.headers().size(); i++) {
                if (!without.contains(i)) {
                    String header = part.headers().get(i);
                    headers.add(headers.contains(header) ? part.base() + "." + header : header);
                    columns.add(part.sql() + ".c" + i);
                }
            }
        }

        void fill() {
            TableJoin.this.fill(Headers.of(headers), "SELECT " + String.join(", ", columns) + " FROM " + from);
        }
    }
}
