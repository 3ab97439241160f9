package io.segmenta.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.Reconciliation;
import io.segmenta.engine.clean.Reconciliation.Total;
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
import org.jspecify.annotations.Nullable;

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
        List<TotalPart> reconciliation,
        List<String> says,
        List<Question> questions) {
    /**
     * A total that the file carries itself.
     *
     * @param kind "file" for a row of totals at its end, "order" for a column of the order's, "row" for one beside quantity × price
     * @param of how many figures were compared, agreeing as many as are equal, the parts taken into account
     * @param difference stated less counted: the parts and what is unexplained
     */
    record TotalPart(
            String kind,
            String column,
            long of,
            long agreeing,
            double stated,
            double counted,
            double difference,
            List<DifferencePart> parts,
            double unexplained) {
        static TotalPart of(Total total) {
            return new TotalPart(
                    total.kind().key(),
                    total.column(),
                    total.of(),
                    total.agreeing(),
                    total.stated(),
                    total.counted(),
                    total.difference(),
                    total.parts().stream().map(DifferencePart::of).toList(),
                    total.unexplained());
        }
    }

    /** @param reason as in {@code dataset.dropped} for rows that were left out; none for a column */
    record DifferencePart(
            String words,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,

            double money) {
        static DifferencePart of(Reconciliation.Part part) {
            DropReason reason = part.reason();
            return new DifferencePart(part.words(), reason == null ? null : reason.key(), part.money());
        }
    }

    static ReadingJson of(Reading reading, Recipe recipe, Reconciliation reconciliation) {
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
                reconciliation.totals().stream().map(TotalPart::of).toList(),
                reading.says().stream().map(Reading.Finding::words).toList(),
                reading.questions());
    }
}
