package io.segmenta.engine.ingest;

import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.transactions.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How much a table looks like transactions, from its headers and its first rows.
 *
 * @param fields recognised by the headers: who, which order, when, what, how many, how much
 * @param known whether the headers are those of a known system
 * @param days whether a column holds days
 * @param amounts whether a column holds numbers
 * @param summary whether the columns are those of a summary, such as a segmentation that was made before
 * @param rows at least these
 */
record TableLikeness(int fields, boolean known, boolean days, boolean amounts, boolean summary, long rows) {
    private static final Pattern DAY = Pattern.compile(
            "\\d{4}[-./年]\\s?\\d{1,2}[-./月]\\s?\\d{1,2}.*|\\d{1,2}[-./]\\s?\\d{1,2}[-./]\\s?\\d{2,4}.*|(?:19|20)\\d{6}(?:\\D.*)?"
                    + "|\\d{1,2}[-. /]{1,2}\\p{L}{3,}\\.?[-. ,/]{1,2}\\d{2,4}.*|\\p{L}{3,9}\\.? \\d{1,2},? \\d{4}.*",
            Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("\\D{0,4}\\d[\\d.,\u00a0'’ ]*\\D{0,4}");

    private static final Set<String> SUMMARIES = Set.of(
            "recency",
            "frequency",
            "monetary",
            "rfm",
            "rfmscore",
            "score",
            "segment",
            "cluster",
            "clv",
            "target",
            "goal",
            "budget");

    /** Two of these and it is a summary; one may be a column of an order as well. */
    private static final int SUMMARY = 2;

    static TableLikeness of(Table table, TableShape shape) {
        List<List<String>> first = table.firstRows();
        List<List<String>> data = first.subList(shape.headerRow() + 1, first.size());
        MappingProposal proposal = ColumnMapper.propose(shape.headers());
        int fields = (int) proposal.suggestions().entrySet().stream()
                .filter(s -> s.getKey() != Field.COUNTRY && s.getKey() != Field.DESCRIPTION)
                .filter(s -> s.getValue().certainty() != MappingProposal.Certainty.MISSING)
                .count();
        long summaries = shape.headers().stream()
                .map(header -> header.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .filter(SUMMARIES::contains)
                .count();
        long rows = first.size() < FirstRows.MOST ? data.size() : table.rows().orElse(data.size());
        return new TableLikeness(
                fields,
                proposal.system() != null,
                anyColumn(data, DAY),
                anyColumn(data, NUMBER),
                summaries >= SUMMARY || (summaries > 0 && fields < SUMMARY),
                rows);
    }

    private static boolean anyColumn(List<List<String>> rows, Pattern pattern) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, width).anyMatch(c -> {
            List<String> cells = rows.stream()
                    .map(row -> Cells.at(row, c).strip())
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            long fitting = cells.stream()
                    .filter(cell -> pattern.matcher(cell).matches())
                    .count();
            return !cells.isEmpty() && 5 * fitting >= 4L * cells.size();
        });
    }

    /** Higher is likelier; a table without rows is none. */
    int score() {
        if (rows == 0) {
            return 0;
        }
        return 1 + 2 * fields + (known ? 4 : 0) + (days ? 6 : 0) + (amounts ? 1 : 0) - (summary ? 8 : 0);
    }

    /** Why it was not taken, in a few words. */
    String words() {
        String why = summary
                ? "a summary"
                : !days ? "no column of days" : fields < SUMMARY ? "no columns of orders" : "less like orders";
        String count = rows < FirstRows.MOST ? "%d rows" : "about %,d rows";
        return String.format(Locale.ENGLISH, rows == 1 ? "%d row" : count, rows) + ", " + why;
    }
}
