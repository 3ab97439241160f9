package io.segmenta.engine.clean;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
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
        List<StateCount> states = new ArrayList<>();
        if (mapping.header(Field.STATUS).isEmpty()) {
            return states;
        }
        CleaningRules before = new CleaningRules(
                EnumSet.noneOf(DropReason.class),
                Returns.EXCLUDE,
                rules.from(),
                rules.to(),
                rules.without(Field.STATUS).filters());
        Judgement judgement = Judgement.of(store, mapping, before, today, progress);
        store.query(
                "SELECT coalesce(min(status), ''), count(*) AS n, count(DISTINCT (customer_id, invoice_id)), sum(abs(amount)) FROM (SELECT status, "
                        + judgement.columns() + " FROM (" + judgement.typed()
                        + ")) WHERE drop_reason IS NULL GROUP BY lower(status) ORDER BY n DESC, 1 LIMIT " + MOST,
                row -> states.add(
                        new StateCount(String.valueOf(row.text(0)), row.integer(1), row.integer(2), row.number(3))));
        return states;
    }
}
