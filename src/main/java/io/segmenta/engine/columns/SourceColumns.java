package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DecimalMark;
import io.segmenta.engine.transactions.DerivedColumn;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mapped columns of a store as SQL over its table {@code source}, those of the file and those that were derived from them. A number that
 * was computed is taken as it is; only what stands in the file is read as text.
 */
public final class SourceColumns implements DerivedColumn.Columns {
    private static final String NOTHING = "CAST(NULL AS VARCHAR)";

    private final TransactionStore store;
    private final List<String> headers;
    private final ColumnMapping mapping;
    private final NumberFormat numbers;

    private SourceColumns(TransactionStore store, ColumnMapping mapping) {
        this.store = store;
        this.headers = store.headers();
        this.mapping = mapping;
        DecimalMark said = mapping.decimals();
        this.numbers = said == null
                ? NumberFormat.of(store, written(Stream.of(Field.QUANTITY)), written(Field.MONEY.stream()))
                : new NumberFormat(said == DecimalMark.COMMA);
    }

    /** Decides how the numbers of the file are written, from all cells of its quantities and prices. */
    public static SourceColumns of(TransactionStore store, ColumnMapping mapping) {
        return new SourceColumns(store, mapping);
    }

    private List<String> written(Stream<Field> fields) {
        return fields.flatMap(field -> mapping.header(field).stream())
                .flatMap(this::written)
                .distinct()
                .toList();
    }

    /** The columns of numbers that stand in the file, as SQL. */
    private Stream<String> written(String column) {
        return derived(column)
                .filter(value -> value.type() == DerivedColumn.Type.NUMBER)
                .map(value -> value.parts().stream().flatMap(this::written))
                .orElseGet(() -> Stream.of(text(column)));
    }

    private Optional<DerivedColumn> derived(String column) {
        return store.derived(column);
    }

    /** SQL of a VARCHAR; NULL where the field has no column. */
    public String text(Field field) {
        return mapping.header(field).map(this::text).orElse(NOTHING);
    }

    /** SQL of a DOUBLE; NULL where the field has no column or the cell no number. */
    public String number(Field field) {
        return mapping.header(field)
                .map(column -> derived(column)
                        .filter(value -> value.type() == DerivedColumn.Type.NUMBER)
                        .map(value -> NumberFormat.limited(value.sql(this)))
                        .orElseGet(() -> numbers.sql(text(column))))
                .orElse("CAST(NULL AS DOUBLE)");
    }

    /** SQL of the cell as it is written, or of the number where that was computed. */
    public String cell(Field field) {
        return mapping.header(field)
                .flatMap(this::derived)
                .filter(value -> value.type() == DerivedColumn.Type.NUMBER)
                .map(value -> value.sql(this))
                .orElseGet(() -> text(field));
    }

    @Override
    public String text(String column) {
        if (headers.contains(column)) {
            return store.column(column);
        }
        return derived(column).map(value -> value.text(this)).orElseGet(() -> store.column(column));
    }

    /** SQL of the number in a text that is written as the numbers of the file are, whatever words stand beside it. */
    public String amount(String text) {
        return numbers.amount(text);
    }

    @Override
    public String number(String column) {
        return derived(column)
                .filter(value -> value.type() == DerivedColumn.Type.NUMBER)
                .map(value -> value.sql(this))
                .orElseGet(() -> amount(text(column)));
    }
}
