package io.segmenta.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.Reconciliation;
import io.segmenta.engine.clean.Reconciliation.Kind;
import io.segmenta.engine.clean.Reconciliation.Total;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.clean.StateCount;
import io.segmenta.engine.clean.Verdict;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.reading.Question;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.run.ReadingFigures;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the file was read, with figures over all of its rows; described for its readers in {@code src/docs/run-json.md}.
 *
 * @param grain what a row is
 * @param system the known origin, or none
 * @param columns by field
 * @param says what was found out, in sentences
 */
record ReadingJson(
        String grain,
        String system,
        Map<String, String> columns,
        MoneyPart money,
        List<StatePart> states,
        CustomerPart customer,
        RulePart duplicates,
        RulePart returns,
        CurrencyPart currency,
        List<TotalPart> reconciliation,
        List<String> says,
        List<Question> questions) {
    /**
     * @param kind the field that says how much
     * @param columns that make it, quantity before price
     * @param agreement with a total of the file, or none where it has none beside the money
     */
    record MoneyPart(
            String kind,
            List<String> columns,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AgreementPart agreement) {}

    /**
     * @param with the column of the total
     * @param of rows or orders that could be compared
     * @param share agreeing of them, 0 to 1
     */
    record AgreementPart(String with, String kind, long of, long agreeing, double share) {
        static AgreementPart of(Total total) {
            return new AgreementPart(
                    total.column(),
                    total.kind().key(),
                    total.of(),
                    total.agreeing(),
                    total.agreeing() / (double) total.of());
        }
    }

    /** @param money sum of the absolute amounts */
    record StatePart(String state, long rows, long orders, double money, boolean counts) {
        static StatePart of(StateCount state, boolean counts) {
            return new StatePart(state.state(), state.rows(), state.orders(), state.money(), counts);
        }
    }

    /** @param guests what stands in the place of a customer and was left out */
    record CustomerPart(
            List<String> columns,
            @JsonInclude(JsonInclude.Include.NON_NULL) ReadingFigures.@Nullable Folded folded,
            List<StatePart> guests) {}

    /**
     * What becomes of some rows.
     *
     * @param rule of duplicates: "rows" where equal rows count once, "orders" where orders that come twice do, else "kept"; of returns "net",
     *     "matched" or "exclude"
     * @param option of the command line that changes it
     * @param givenBack returns that were taken off; none where the rule is another
     */
    record RulePart(
            String rule,
            long rows,
            long orders,
            double money,
            String option,

            @JsonInclude(JsonInclude.Include.NON_NULL) QualityReport.@Nullable GivenBack givenBack) {
        RulePart(String rule, long rows, long orders, double money, String option) {
            this(rule, rows, orders, money, option, null);
        }

        RulePart with(QualityReport.@Nullable GivenBack found) {
            return new RulePart(rule, rows, orders, money, option, found);
        }
    }

    /**
     * @param code of what counts, or none where it is not known
     * @param from "column" where a column says it, else "unknown"
     * @param rates what one unit of another currency counted as
     * @param others that were left out
     */
    record CurrencyPart(
            String code, String from, String column, Map<String, BigDecimal> rates, List<StatePart> others) {}

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

    static ReadingJson of(Reading reading, Recipe recipe, QualityReport report, ReadingFigures figures) {
        ColumnMapping mapping = recipe.source().mapping();
        CleaningRules rules = recipe.cleaning();
        Map<String, String> columns = new LinkedHashMap<>();
        mapping.headers().forEach((field, header) -> columns.put(field.key(), header));
        String system = reading.proposal().system();
        List<String> leftOut =
                rules.filter(Field.STATUS, Mode.EXCEPT).map(RowFilter::values).orElse(List.of());
        return new ReadingJson(
                reading.grain().label(),
                system == null ? "" : system,
                columns,
                money(mapping, figures),
                figures.states().stream()
                        .map(state -> StatePart.of(
                                state, leftOut.stream().noneMatch(value -> value.equalsIgnoreCase(state.state()))))
                        .toList(),
                new CustomerPart(
                        mapping.header(Field.CUSTOMER_ID).stream().toList(),
                        figures.folded(),
                        figures.guests().stream()
                                .map(guest -> StatePart.of(guest, false))
                                .toList()),
                duplicates(rules, report, figures),
                rule(
                                rules.returns().name().toLowerCase(Locale.ROOT),
                                DropReason.RETURN,
                                report,
                                figures,
                                rules.returns() == Returns.EXCLUDE ? "--returns net" : "--returns exclude")
                        .with(report.givenBack()),
                currency(reading, rules, mapping, figures),
                figures.reconciliation().totals().stream().map(TotalPart::of).toList(),
                reading.says().stream().map(Reading.Finding::words).toList(),
                reading.questions());
    }

    private static MoneyPart money(ColumnMapping mapping, ReadingFigures figures) {
        Field counts = mapping.money();
        Stream<Field> fields =
                counts == Field.UNIT_PRICE ? Stream.of(Field.QUANTITY, Field.UNIT_PRICE) : Stream.of(counts);
        return new MoneyPart(
                counts.key(),
                fields.flatMap(field -> mapping.header(field).stream()).toList(),
                Stream.of(Kind.ROW, Kind.ORDER)
                        .flatMap(kind ->
                                figures.reconciliation().totals().stream().filter(total -> total.kind() == kind))
                        .findFirst()
                        .map(AgreementPart::of)
                        .orElse(null));
    }

    private static RulePart duplicates(CleaningRules rules, QualityReport report, ReadingFigures figures) {
        return rules.has(DropReason.DUPLICATE)
                ? rule("rows", DropReason.DUPLICATE, report, figures, "--keep duplicate")
                : rules.has(DropReason.OVERLAP)
                        ? rule("orders", DropReason.OVERLAP, report, figures, "--keep overlap")
                        : new RulePart("kept", 0, 0, 0, "");
    }

    private static RulePart rule(
            String rule, DropReason reason, QualityReport report, ReadingFigures figures, String option) {
        QualityReport.Dropped dropped = report.dropped().get(reason);
        return new RulePart(
                rule,
                dropped == null ? 0 : dropped.rows(),
                figures.orders().getOrDefault(reason, 0L),
                dropped == null ? 0 : dropped.money(),
                option);
    }

    private static CurrencyPart currency(
            Reading reading, CleaningRules rules, ColumnMapping mapping, ReadingFigures figures) {
        Optional<Currency> known = Verdict.currency(reading, rules);
        String code = known.map(Currency::getCurrencyCode).orElse("");
        List<String> counted =
                rules.filter(Field.CURRENCY, Mode.ONLY).map(RowFilter::values).orElse(List.of());
        return new CurrencyPart(
                code,
                known.isPresent() ? "column" : "unknown",
                mapping.header(Field.CURRENCY).orElse(""),
                rules.rates(),
                figures.currencies().stream()
                        .filter(state -> !counted.isEmpty()
                                && counted.stream().noneMatch(value -> value.equalsIgnoreCase(state.state())))
                        .map(state -> StatePart.of(state, false))
                        .toList());
    }
}
