package io.segmenta.engine.clean;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What there is of each state of an order. */
public final class StateCounts {
    /** A column with more of them tells of something else. */
    private static final int MOST = 100;

    private StateCounts() {}

    /**
     * The most frequent first, at most {@value #MOST}; none where no column says it. Counted are the rows that the rules ask for their state,
     * so that the figures of the states that are left out are together those of {@link DropReason#STATE} in the report.
     *
     * @param today of the reader
     */
    public static List<StateCount> of(
            TransactionStore store, ColumnMapping mapping, CleaningRules rules, LocalDate today, Progress progress) {
        return of(store, mapping, rules, Field.STATUS, today, progress);
    }

    /**
     * As {@link #of(TransactionStore, ColumnMapping, CleaningRules, LocalDate, Progress)}, of another column by which rows are left out.
     *
     * @param field STATUS or CURRENCY
     */
    public static List<StateCount> of(
            TransactionStore store,
            ColumnMapping mapping,
            CleaningRules rules,
            Field field,
            LocalDate today,
            Progress progress) {
        List<StateCount> states = new ArrayList<>();
        if (mapping.header(field).isEmpty()) {
            return states;
        }
        CleaningRules before = rules.without(field).without(Field.STATUS).withoutAnyRule();
        Judgement judgement = Judgement.of(store, mapping, before, today, progress);
        String value = field.key();
        store.query(
                "SELECT coalesce(min(" + value
                        + "), ''), count(*) AS n, count(DISTINCT (customer_id, invoice_id)), sum(abs(amount)) FROM (SELECT "
                        + value + ", " + judgement.columns() + " FROM (" + judgement.typed()
                        + ")) WHERE drop_reason IS NULL GROUP BY lower(" + value + ") ORDER BY n DESC, 1 LIMIT " + MOST,
                row -> states.add(
                        new StateCount(String.valueOf(row.text(0)), row.integer(1), row.integer(2), row.number(3))));
        return states;
    }
}
