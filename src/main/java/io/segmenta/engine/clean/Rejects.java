package io.segmenta.engine.clean;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Row;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows that the cleaning drops, each with its number and the reason in words. Nothing in the store is changed. */
public final class Rejects {
    private static final int ROWS_A_PAGE = 500_000;
    private static final Pattern TO_QUOTE = Pattern.compile("[\",\\r\\n]");
    /** What a spreadsheet would run as a formula; a plain negative number is none. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+@\\t\\r].*|-(?![\\d.,\\s]+$).*");

    private final TransactionStore store;
    private final List<String> headers;
    private final String judged;
    private final RejectWords words;

    private Rejects(
            TransactionStore store, ColumnMapping mapping, CleaningRules rules, LocalDate today, Progress progress) {
        this.store = store;
        this.headers = store.headers();
        this.words = new RejectWords(mapping, headers);
        this.judged = Judgement.of(store, mapping, rules, today, progress).sqlWithCells(headers.size());
    }

    /** The first rows of each reason, in the order of the reasons and of the file. */
    public static List<Reject> sample(
            TransactionStore store,
            ColumnMapping mapping,
            CleaningRules rules,
            int perReason,
            LocalDate today,
            Progress progress) {
        Rejects rejects = new Rejects(store, mapping, rules, today, progress);
        List<String> rows = new ArrayList<>();
        store.execute(
                "CREATE OR REPLACE TEMP TABLE sampled AS SELECT unnest(min(row_number, " + perReason
                        + ")) AS row_number FROM (" + rejects.judged
                        + ") WHERE drop_reason IS NOT NULL GROUP BY drop_reason",
                progress,
                "Looking for examples");
        store.query("SELECT row_number FROM sampled", row -> rows.add(String.valueOf(row.integer(0))));
        store.execute("DROP TABLE sampled");
        List<Reject> samples = new ArrayList<>();
        if (!rows.isEmpty()) {
            rejects.read(
                    "row_number IN (" + String.join(", ", rows) + ")", row -> samples.add(rejects.words.explain(row)));
        }
        samples.sort(Comparator.comparing(Reject::reason).thenComparingLong(Reject::row));
        return samples;
    }

    /**
     * All of them as CSV in the order of the file: {@code row,reason,explanation} and the cells as read. Pages keep the memory small.
     *
     * @throws UncheckedIOException when {@code out} cannot be written
     */
    public static void write(
            TransactionStore store,
            ColumnMapping mapping,
            CleaningRules rules,
            LocalDate today,
            Appendable out,
            Progress progress) {
        Rejects rejects = new Rejects(store, mapping, rules, today, progress);
        rejects.line(out, "row", "reason", "explanation", rejects.headers);
        long rows = store.rows();
        for (long from = 0; from < rows; from += ROWS_A_PAGE) {
            progress.report((double) from / rows, "Writing dropped rows");
            rejects.read("row_number > " + from + " AND row_number <= " + (from + ROWS_A_PAGE), row -> {
                Reject reject = rejects.words.explain(row);
                rejects.line(
                        out, String.valueOf(reject.row()), reject.reason().label(), reject.words(), reject.cells());
            });
        }
    }

    private void read(String where, Consumer<Row> reader) {
        store.query(
                "SELECT " + RejectWords.COLUMNS + ", COLUMNS('^c[0-9]+$') FROM (" + judged
                        + ") WHERE drop_reason IS NOT NULL AND " + where + " ORDER BY row_number",
                reader);
    }

    private void line(Appendable out, String row, String reason, String explanation, List<String> cells) {
        try {
            out.append(row)
                    .append(',')
                    .append(reason)
                    .append(',')
                    .append(cell(explanation))
                    .append(',');
            out.append(cells.stream().map(Rejects::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The dropped rows cannot be written.", e);
        }
    }

    private static String cell(String text) {
        String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return TO_QUOTE.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
