package io.segmenta.engine.ingest.json;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Objects as rows: one per line of an order, with the fields of the order on each; an object without lines is one row. */
final class JsonTable implements Table {
    private static final int MOST_COLUMNS = 2_000;
    private static final int REPORT_EVERY = 1_000;

    /** How the lines of an order are called. */
    private static final Pattern LINES = Pattern.compile(
            "(?:.*\\.)?(?:order|line|cart|basket|invoice|purchase|sale)?[_-]?(?:line[_-]?)?(?:items?|lines|products|positions|entries)");

    private final RecordArray records;
    private final String lines;
    private final Set<String> left = new LinkedHashSet<>();
    private final Columns columns;
    private List<List<String>> firstRows = List.of();

    private JsonTable(RecordArray records, String lines, Columns columns) {
        this.records = records;
        this.lines = lines;
        this.columns = columns;
    }

    /** Reads all objects once, to know all of their fields. */
    static JsonTable of(RecordArray records) throws IOException {
        Set<String> fields = new LinkedHashSet<>();
        Map<String, Set<String>> lists = new LinkedHashMap<>();
        records.read((object, bytes) -> {
            new Continuation(object).collect(fields, lists);
            if (fields.size() + lists.values().stream().mapToInt(Set::size).sum() > MOST_COLUMNS) {
                throw new UserFacingException("The objects have more than " + MOST_COLUMNS
                        + " different fields. An order " + "has about a hundred: export one object per order.");
            }
            return true;
        });
        String lines = lists.keySet().stream()
                .filter(list -> LINES.matcher(list.toLowerCase(Locale.ROOT)).matches())
                .findFirst()
                .orElse("");
        JsonTable table = new JsonTable(records, lines, Columns.of(fields, lines, lists.getOrDefault(lines, Set.of())));
        lists.keySet().stream().filter(list -> !list.equals(lines)).forEach(table.left::add);
        FirstRows first = new FirstRows(FirstRows.MOST);
        table.scan(first, Progress.SILENT);
        table.firstRows = first.rows();
        return table;
    }

    @Override
    public String name() {
        return records.path();
    }

    @Override
    public String format() {
        return lines.isEmpty() ? "JSON" : "JSON, one row per element of " + lines;
    }

    @Override
    public List<List<String>> firstRows() {
        return firstRows;
    }

    @Override
    public List<String> notes() {
        return left.isEmpty()
                ? List.of()
                : List.of("Lists inside the objects that were not read: " + String.join(", ", left) + ".");
    }

    @Override
    public void scan(RowHandler handler, Progress progress) throws IOException {
        for (int i = 0; i < columns.names().size(); i++) {
            handler.text(i, columns.names().get(i));
        }
        if (!handler.endRow()) {
            return;
        }
        double size = Math.max(1, Files.size(records.file()));
        Rows rows = new Rows(handler);
        int[] objects = new int[1];
        records.read((object, bytes) -> {
            if (++objects[0] % REPORT_EVERY == 0) {
                progress.report(Math.min(1, bytes / size), "reading objects");
            }
            return rows.take(object);
        });
        rows.end();
    }

    /** Puts together what belongs to one order, whether its lines stand in it or follow it. */
    private final class Rows {
        private final RowHandler handler;
        private @Nullable JsonRecord parent;
        private boolean written = true;
        private boolean more = true;

        Rows(RowHandler handler) {
            this.handler = handler;
        }

        boolean take(JsonRecord object) {
            Continuation continuation = new Continuation(object);
            if (continuation.parent().isEmpty()) {
                end();
                parent = object;
                written = false;
                for (JsonRecord line : object.children().getOrDefault(lines, List.of())) {
                    write(object.fields(), line.fields());
                }
            } else if (continuation.list().equals(lines)) {
                JsonRecord of = parent;
                Map<String, String> order = of == null ? Map.of() : of.fields();
                boolean its = continuation.parent().equals(order.get(Continuation.ID));
                write(its ? order : Map.of(), object.fields());
            }
            return more;
        }

        /** An order whose lines were none is a row as well. */
        void end() {
            JsonRecord of = parent;
            if (of != null && !written) {
                write(of.fields(), Map.of());
            }
            parent = null;
        }

        private void write(Map<String, String> order, Map<String, String> line) {
            written = true;
            if (!more) {
                return;
            }
            Map<Integer, String> cells = new TreeMap<>();
            order.forEach((field, text) -> put(cells, columns.ofOrder().get(field), text));
            line.forEach((field, text) -> put(cells, columns.ofLine().get(field), text));
            cells.forEach(handler::text);
            more = handler.endRow();
        }

        private void put(Map<Integer, String> cells, @Nullable Integer column, String text) {
            if (column != null) {
                cells.put(column, text);
            }
        }
    }

    /**
     * Where the fields stand.
     *
     * @param names of the columns, each once
     * @param ofOrder columns of an order's fields
     * @param ofLine columns of a line's fields
     */
    private record Columns(List<String> names, Map<String, Integer> ofOrder, Map<String, Integer> ofLine) {
        /** Of an order, an id or a total says nothing by itself where lines have one too. */
        private static final Set<String> GENERAL =
                Set.of("id", "number", "name", "total", "status", "state", "date", "amount");

        /** Fields of a line keep their short names where the order has none of that name. */
        static Columns of(Set<String> order, String lines, Set<String> line) {
            Columns columns = new Columns(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
            for (String field : order) {
                columns.ofOrder.put(field, columns.names.size());
                columns.names.add(!line.isEmpty() && GENERAL.contains(field) ? "order." + field : field);
            }
            for (String field : line) {
                columns.ofLine.put(field, columns.names.size());
                columns.names.add(field.equals("id") || columns.names.contains(field) ? lines + "." + field : field);
            }
            return columns;
        }
    }
}
