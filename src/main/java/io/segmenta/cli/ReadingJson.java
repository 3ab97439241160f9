package io.segmenta.cli;

import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.reading.Question;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the file was read.
 *
 * @param grain what a row is
 * @param system the known origin, or none
 * @param columns by field
 * @param money the field that says how much
 * @param states rows by what became of the order
 * @param statesLeftOut which of them are no sales
 * @param duplicates "rows" where equal rows count once, "orders" where orders that come twice do, else "kept"
 * @param currencies the most frequent first
 * @param says what was found out, in sentences
 */
record ReadingJson(
        String grain,
        String system,
        Map<String, String> columns,
        String money,
        Map<String, Long> states,
        List<String> statesLeftOut,
        String duplicates,
        String returns,
        List<String> currencies,
        List<String> says,
        List<Question> questions) {
    static ReadingJson of(Reading reading, Recipe recipe) {
        ColumnMapping mapping = recipe.source().mapping();
        CleaningRules rules = recipe.cleaning();
        Map<String, String> columns = new LinkedHashMap<>();
        mapping.headers().forEach((field, header) -> columns.put(field.key(), header));
        String system = reading.proposal().system();
        return new ReadingJson(
                reading.grain().label(),
                system == null ? "" : system,
                columns,
                Field.MONEY.stream()
                        .filter(columnField -> mapping.header(columnField).isPresent())
                        .map(Field::key)
                        .findFirst()
                        .orElse(""),
                reading.states(),
                rules.filter(Field.STATUS, RowFilter.Mode.EXCEPT)
                        .map(RowFilter::values)
                        .orElse(List.of()),
                rules.has(DropReason.DUPLICATE) ? "rows" : rules.has(DropReason.OVERLAP) ? "orders" : "kept",
                rules.returns().name().toLowerCase(Locale.ROOT),
                reading.currencies(),
                reading.says().stream().map(Reading.Finding::words).toList(),
                reading.questions());
    }
}
