package io.segmenta.engine.transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code header} of a store: position, name and, of a column that was derived while reading, its kind and parts as JSON. It is asked
 * for with every column and changes hardly ever, so it is read once.
 */
final class HeaderTable {
    private final Statements statements;
    private @Nullable List<String> names;
    private @Nullable List<Optional<DerivedColumn>> derived;

    HeaderTable(Statements statements) {
        this.statements = statements;
    }

    void create(List<String> headers) {
        forget();
        statements.execute("CREATE TABLE header (position INTEGER, name VARCHAR, derived VARCHAR)");
        statements.execute(IntStream.range(0, headers.size())
                .mapToObj(i -> "(" + i + ", " + Sql.text(headers.get(i)) + ", NULL)")
                .collect(Collectors.joining(", ", "INSERT INTO header VALUES ", "")));
    }

    /** @param position behind all others */
    void add(int position, DerivedColumn column) {
        forget();
        String parts = column.parts().stream().map(Sql::text).collect(Collectors.joining(", "));
        statements.execute("INSERT INTO header VALUES (" + position + ", " + Sql.text(column.name())
                + ", json_object('kind', " + Sql.text(column.kind()) + ", 'parts', json_array(" + parts + ")))");
    }

    private void forget() {
        names = null;
        derived = null;
    }

    List<String> names() {
        if (names == null) {
            List<String> read = new ArrayList<>();
            statements.query("SELECT name FROM header ORDER BY position", row -> read.add(String.valueOf(row.text(0))));
            names = List.copyOf(read);
        }
        return names;
    }

    /** Also of a column that is only named; empty for one of the file's own. */
    Optional<DerivedColumn> derived(String name) {
        int position = names().indexOf(name);
        return position < 0
                ? new ColumnName(name, names()).derived()
                : derived().get(position);
    }

    private List<Optional<DerivedColumn>> derived() {
        if (derived == null) {
            derived = isOfEarlierVersion() ? derivedByName() : derivedWhileReading();
        }
        return derived;
    }

    /** What was derived stands behind the columns it was made of. */
    private List<Optional<DerivedColumn>> derivedByName() {
        List<String> all = names();
        return IntStream.range(0, all.size())
                .mapToObj(position -> {
                    List<String> before = all.subList(0, position);
                    return new ColumnName(all.get(position), before)
                            .derived()
                            .filter(column -> before.containsAll(column.parts()));
                })
                .toList();
    }

    private List<Optional<DerivedColumn>> derivedWhileReading() {
        List<Optional<DerivedColumn>> found = new ArrayList<>();
        statements.query(
                "SELECT derived ->> '$.kind', list_aggregate(CAST(derived -> '$.parts' AS VARCHAR[]), 'string_agg', chr(31)) FROM header"
                        + " ORDER BY position",
                row -> found.add(
                        row.text(0) == null
                                ? Optional.empty()
                                : Optional.of(DerivedColumn.of(
                                        String.valueOf(row.text(0)),
                                        row.text(1) == null
                                                ? List.of()
                                                : List.of(row.text(1).split("\u001f", -1))))));
        return found;
    }

    private boolean isOfEarlierVersion() {
        return statements.number("SELECT count(*) FROM pragma_table_info('header') WHERE name = 'derived'") == 0;
    }
}
