package io.segmenta.engine.transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table {@code header} of a store: position, name and, of a column that was derived while reading, its kind and parts as JSON. */
record HeaderTable(Statements statements) {
    void create(List<String> headers) {
        statements.execute("CREATE TABLE header (position INTEGER, name VARCHAR, derived VARCHAR)");
        statements.execute(IntStream.range(0, headers.size())
                .mapToObj(i -> "(" + i + ", " + Sql.text(headers.get(i)) + ", NULL)")
                .collect(Collectors.joining(", ", "INSERT INTO header VALUES ", "")));
    }

    /** @param position behind all others */
    void add(int position, DerivedColumn column) {
        String parts = column.parts().stream().map(Sql::text).collect(Collectors.joining(", "));
        statements.execute("INSERT INTO header VALUES (" + position + ", " + Sql.text(column.name())
                + ", json_object('kind', " + Sql.text(column.kind()) + ", 'parts', json_array(" + parts + ")))");
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        statements.query("SELECT name FROM header ORDER BY position", row -> names.add(String.valueOf(row.text(0))));
        return names;
    }

    /** Also of a column that is only named; empty for one of the file's own. */
    Optional<DerivedColumn> derived(String name) {
        List<String> names = names();
        int position = names.indexOf(name);
        if (position < 0) {
            return new ColumnName(name, names).derived();
        }
        if (isOfEarlierVersion()) {
            // what was derived stands behind the columns it was made of
            List<String> before = names.subList(0, position);
            return new ColumnName(name, before).derived().filter(column -> before.containsAll(column.parts()));
        }
        List<DerivedColumn> derived = new ArrayList<>();
        statements.query(
                "SELECT derived ->> '$.kind', list_aggregate(CAST(derived -> '$.parts' AS VARCHAR[]), 'string_agg', chr(31)) FROM header"
                        + " WHERE derived IS NOT NULL AND position = " + position,
                row -> derived.add(DerivedColumn.of(
                        String.valueOf(row.text(0)),
                        row.text(1) == null ? List.of() : List.of(row.text(1).split("\u001f", -1)))));
        return derived.stream().findFirst();
    }

    private boolean isOfEarlierVersion() {
        return statements.number(
                        "SELECT count(*) FROM duckdb_columns() WHERE table_name = 'header' AND column_name = 'derived'")
                == 0;
    }
}
