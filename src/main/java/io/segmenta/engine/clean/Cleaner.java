package io.segmenta.engine.clean;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Decides for every row as read whether it is kept, and why not. The rules are asked in the order of {@link DropReason}; a row leaves at
 * the first that hits it. What is kept stands in the store afterwards, made anew by each cleaning:
 *
 * <ul>
 *   <li>{@code line}: the kept rows, typed: {@code row_number} in the file (from 1, headers not counted), {@code customer_id, invoice_id,
 *       product_id, description, country} as text, {@code instant} TIMESTAMP, {@code day} DATE, {@code quantity} and {@code unit_price}
 *       DOUBLE, {@code amount} DECIMAL (quantity × unit price);
 *   <li>{@code purchase}: the kept rows of one customer and one invoice together: {@code customer_id, invoice_id, lines, first_day,
 *       last_day, quantity, amount};
 *   <li>{@code refund}: the same of returned goods, quantities and amounts positive; {@code netted} is the part of the amount that is
 *       to be subtracted from the customer's money, {@code bought} the day of the purchase that was given back, NULL where it is not known.
 * </ul>
 *
 * <p>Amounts are summed as decimals with nine places, so that no sum depends on the order of the rows or the number of threads.
 */
public final class Cleaner {
    private static final double RULES_BEGIN = 0.5;
    private static final double RULES_END = 0.9;
    private static final String ASSESSED = "CREATE OR REPLACE TEMP TABLE assessed AS";

    private Cleaner() {}

    /**
     * Applies the rules and leaves {@code line}, {@code purchase} and {@code refund} in the store.
     *
     * @param today of the reader: a purchase beyond it is warned of, and a year of two digits is at most the next
     * @throws UserFacingException when no row is left, with the reason that hit most and a way out
     */
    public static QualityReport clean(
            TransactionStore store, ColumnMapping mapping, CleaningRules rules, LocalDate today, Progress progress) {
        Judgement judgement = Judgement.of(store, mapping, rules, today, progress);
        store.execute("CREATE OR REPLACE VIEW judged AS " + judgement.sql());
        tally(store, "CREATE OR REPLACE TABLE tally AS", "judged", rules.returns(), progress);
        store.execute(
                "CREATE OR REPLACE VIEW line AS SELECT * EXCLUDE (drop_reason) FROM judged WHERE drop_reason IS NULL");
        store.execute("CREATE OR REPLACE VIEW purchase AS SELECT * EXCLUDE (drop_reason, bought) FROM tally"
                + " WHERE drop_reason IS NULL");
        store.execute(
                "CREATE OR REPLACE VIEW refund AS SELECT * EXCLUDE (drop_reason), " + Tally.netted(rules.returns())
                        + " AS netted FROM tally WHERE drop_reason = " + Sql.text(DropReason.RETURN.key()));
        QualityReport report = report(store, "tally", mapping, rules, today);
        progress.report(0.95, "Checking what is left");
        if (report.rowsKept() == 0) {
            throw new UserFacingException(NothingLeft.message(store, mapping, rules, report, today));
        }
        return report;
    }

    /**
     * Reports what {@link #clean} would keep and drop; nothing is changed, and nothing being left is no failure.
     *
     * @param today as there
     */
    public static QualityReport assess(
            TransactionStore store, ColumnMapping mapping, CleaningRules rules, LocalDate today, Progress progress) {
        Judgement judgement = Judgement.of(store, mapping, rules, today, progress);
        tally(store, ASSESSED, "(" + judgement.sql() + ")", rules.returns(), progress);
        QualityReport report = report(store, "assessed", mapping, rules, today);
        store.execute("DROP TABLE assessed");
        return report;
    }

    /**
     * Asks a question of the purchases that would be left; nothing is changed.
     *
     * @param today as there
     * @param question is given the SQL of what would be the view {@code purchase}
     */
    public static <T> T ask(
            TransactionStore store,
            ColumnMapping mapping,
            CleaningRules rules,
            LocalDate today,
            Progress progress,
            Function<String, T> question) {
        Judgement judgement = Judgement.of(store, mapping, rules, today, progress);
        // what was given back is not asked for
        tally(store, ASSESSED, "(" + judgement.sql() + ")", Returns.EXCLUDE, progress);
        T answer = question.apply("SELECT * EXCLUDE (drop_reason, bought) FROM assessed WHERE drop_reason IS NULL");
        store.execute("DROP TABLE assessed");
        return answer;
    }

    private static void tally(
            TransactionStore store, String create, String judged, Returns returns, Progress progress) {
        Tally.make(
                store,
                create,
                judged,
                returns,
                (fraction, detail) -> progress.report(RULES_BEGIN + (RULES_END - RULES_BEGIN) * fraction, detail));
    }

    private static QualityReport report(
            TransactionStore store, String tally, ColumnMapping mapping, CleaningRules rules, LocalDate today) {
        QualityReport report = Tally.report(store, tally, rules.returns());
        List<String> warnings = Warnings.of(store, tally, mapping, rules, report, today);
        return new QualityReport(
                report.rowsRead(),
                report.rowsKept(),
                report.dropped(),
                report.customers(),
                report.orders(),
                report.revenue(),
                report.firstDay(),
                report.lastDay(),
                warnings,
                report.givenBack());
    }
}
