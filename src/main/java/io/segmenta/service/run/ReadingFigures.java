package io.segmenta.service.run;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.Reconciler;
import io.segmenta.engine.clean.Reconciliation;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.clean.StateCount;
import io.segmenta.engine.clean.StateCounts;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.dataset.OpenedFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of a file after it was cleaned, over all of its rows.
 *
 * @param orders distinct pairs of customer and order among the rows that were dropped for a reason
 * @param states of the orders, the most frequent first; none where no column says them
 * @param currencies of the rows, the most frequent first; none where the file has one at most
 * @param guests rows, orders and money of what stands in the place of a customer and was left out
 * @param folded how addresses were written and how many customers they are; null where no column holds addresses
 */
public record ReadingFigures(
        Map<DropReason, Long> orders,
        List<StateCount> states,
        List<StateCount> currencies,
        List<StateCount> guests,
        @Nullable Folded folded,
        Reconciliation reconciliation) {
    /**
     * @param written different spellings of addresses in the file
     * @param customers that they are, upper and lower case and blanks around them being the same
     */
    public record Folded(long written, long customers) {}

    public ReadingFigures {
        orders = Map.copyOf(orders);
        states = List.copyOf(states);
        currencies = List.copyOf(currencies);
        guests = List.copyOf(guests);
    }

    /** @param outcome of the last run of the file */
    public static ReadingFigures of(OpenedFile file, Reading reading, Recipe recipe, Outcome outcome) {
        return file.ask(store -> of(store, reading, recipe, outcome, file.today()));
    }

    private static ReadingFigures of(
            TransactionStore store, Reading reading, Recipe recipe, Outcome outcome, LocalDate today) {
        ColumnMapping mapping = recipe.source().mapping();
        Map<DropReason, Long> orders = new EnumMap<>(DropReason.class);
        store.query(
                "SELECT drop_reason, count(*) FROM tally WHERE drop_reason IS NOT NULL GROUP BY drop_reason",
                row -> orders.put(DropReason.of(String.valueOf(row.text(0))), row.integer(1)));
        return new ReadingFigures(
                orders,
                StateCounts.of(store, mapping, recipe.cleaning(), today, Progress.SILENT),
                reading.currencies().size() > 1
                        ? StateCounts.of(store, mapping, recipe.cleaning(), Field.CURRENCY, today, Progress.SILENT)
                        : List.of(),
                guests(store, recipe),
                mapping.header(Field.CUSTOMER_ID)
                        .filter(header -> store.headers().contains(header))
                        .map(header -> folded(store, store.column(header)))
                        .orElse(null),
                Reconciler.reconcile(
                        store,
                        mapping,
                        recipe.cleaning(),
                        reading,
                        outcome.result().quality(),
                        today,
                        Progress.SILENT));
    }

    private static List<StateCount> guests(TransactionStore store, Recipe recipe) {
        List<StateCount> guests = new ArrayList<>();
        recipe.cleaning()
                .filter(Field.CUSTOMER_ID, Mode.EXCEPT)
                .map(RowFilter::values)
                .orElse(List.of())
                .forEach(value -> store.query(
                        "SELECT coalesce(sum(lines), 0), count(*), coalesce(sum(amount), 0) FROM tally WHERE drop_reason = "
                                + Sql.text(DropReason.FILTERED.key()) + " AND lower(customer_id) = lower("
                                + Sql.text(value) + ")",
                        row -> guests.add(new StateCount(value, row.integer(0), row.integer(1), row.number(2)))));
        return guests;
    }

    private static @Nullable Folded folded(TransactionStore store, String column) {
        long[] counts = new long[2];
        store.query(
                "SELECT count(DISTINCT " + column + "), count(DISTINCT lower(trim(" + column
                        + "))) FROM source WHERE contains(" + column + ", '@')",
                row -> {
                    counts[0] = row.integer(0);
                    counts[1] = row.integer(1);
                });
        return counts[0] == 0 ? null : new Folded(counts[0], counts[1]);
    }
}
