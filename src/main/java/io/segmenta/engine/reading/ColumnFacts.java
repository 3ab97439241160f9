package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.transactions.TransactionStore.Inquiry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column look like: how many and how different, from the first rows of the file; of which kind, from rows spread over it,
 * as if they were the first.
 *
 * @param column SQL of the text column
 * @param rows that were looked at
 * @param distinct different cells
 * @param numbers cells that may be a number, with a sign of currency or not
 * @param integers such without decimals
 * @param dates cells that may be a date
 * @param addresses cells that may be an e-mail address
 * @param damaged numbers that a spreadsheet has shortened, as 1.2E+17
 */
record ColumnFacts(
        String header,
        String column,
        long rows,
        long filled,
        long distinct,
        long numbers,
        long integers,
        long dates,
        long addresses,
        long damaged) {
    /** Rows that are looked at; neighbours, since what belongs together stands together. */
    static final int SAMPLE = 50_000;

    /** In a query: the rows that are looked at. */
    static final String SOME = "(SELECT *, rowid AS nr FROM source WHERE rowid < " + SAMPLE + ")";

    /** Columns whose values are counted in one pass: each holds its values in memory for so long. */
    private static final int AT_ONCE = 16;

    /** Cells of these rows are looked at one by one: neighbours again, since those are read the fastest, in places spread over the file. */
    private static final int LOOKED_AT = 1_600;

    private static final int NEIGHBOURS = 100;

    private static final String CURRENCY =
            "(?:\\p{Sc}|\\\\|[A-Z]{3}(?![A-Z])|kr|KR|zł|Kč|lei|TL|руб|грн|元|円|원|đ|Rp|RM|R\\$|Rs\\.?|US\\$|A\\$|C\\$|Euros?|Ft)\\.?";
    private static final Pattern NUMBER = Pattern.compile("[-−–+('‘’]*\\s*(?:" + CURRENCY
            + "\\s*)?[-−–+]?\\s*\\d[\\d.,'’\\s\\p{Z}]*(?:,-|\\.-)?\\s*(?:" + CURRENCY + "|%)?\\s*[-−–)]?");
    /** A date of digits alone has as many: 20240131. */
    private static final int SHORTEST_DAY = 8;

    private static final Pattern INTEGER = Pattern.compile("[-−–+]?\\d{1,18}(?:[.,]0+)?");
    private static final Pattern DATE = Pattern.compile(
            "(?:\\p{L}+[,.]?\\s+)?(?:\\d{4}[-/.年]\\s?\\d{1,2}[-/.月]|\\d{1,2}[-/. ]\\s?\\d{1,2}[-/. ]\\s?\\d{2,4}(?!\\d)"
                    + "|\\d{1,2}\\.?[-/\\s](?:de\\s|tháng\\s)?\\p{L}{3,12}\\.?[-/\\s,.]+(?:de\\s)?\\d{2,4}"
                    + "|\\p{L}{3,12}\\.?\\s\\d{1,2},?\\s\\d{4}|\\d{4}[-/]\\p{L}{3}|ngày\\s).*"
                    + "|(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])",
            Pattern.DOTALL | Pattern.UNICODE_CASE);
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern DAMAGED = Pattern.compile("\\d(?:[.,]\\d+)?E\\+\\d+");
    private static final List<Pattern> KINDS = List.of(NUMBER, INTEGER, DATE, ADDRESS, DAMAGED);

    private record OfAll() implements Inquiry<List<ColumnFacts>> {
        @Override
        public List<ColumnFacts> answer(TransactionStore store) {
            return look(store);
        }
    }

    /** All columns of a store in the order of the file. */
    static List<ColumnFacts> of(TransactionStore store) {
        return store.once(new OfAll());
    }

    private static List<ColumnFacts> look(TransactionStore store) {
        List<String> headers = store.headers();
        long[][] looks = new long[headers.size()][KINDS.size() + 1];
        List<Map<String, List<Integer>>> known = headers.stream()
                .<Map<String, List<Integer>>>map(header -> new HashMap<>())
                .toList();
        long step = Math.max(NEIGHBOURS, store.rows() / (LOOKED_AT / NEIGHBOURS));
        store.query("SELECT * FROM source WHERE rowid % " + step + " < " + NEIGHBOURS + " LIMIT " + LOOKED_AT, row -> {
            for (int i = 0; i < looks.length; i++) {
                look(row.text(i), looks[i], known.get(i));
            }
        });
        List<ColumnFacts> facts = new ArrayList<>();
        for (int from = 0; from < headers.size(); from += AT_ONCE) {
            count(store, headers.subList(from, Math.min(from + AT_ONCE, headers.size())), looks, facts);
        }
        return List.copyOf(facts);
    }

    /** @param facts of the columns before these, to which theirs are added */
    private static void count(TransactionStore store, List<String> headers, long[][] looks, List<ColumnFacts> facts) {
        int from = facts.size();
        String counts = IntStream.range(from, from + headers.size())
                .mapToObj(i -> "nullif(trim(c" + i + "), '')")
                .map(text -> "count(" + text + "), count(DISTINCT " + text + ")")
                .collect(Collectors.joining(", "));
        store.query("SELECT count(*), " + counts + " FROM " + SOME, row -> {
            for (int i = 0; i < headers.size(); i++) {
                long[] looked = looks[from + i];
                long filled = row.integer(1 + 2 * i);
                double scale = looked[KINDS.size()] == 0 ? 0 : (double) filled / looked[KINDS.size()];
                long[] found =
                        Arrays.stream(looked).map(n -> Math.round(n * scale)).toArray();
                facts.add(new ColumnFacts(
                        headers.get(i),
                        "c" + (from + i),
                        row.integer(0),
                        filled,
                        row.integer(2 + 2 * i),
                        found[0],
                        found[1],
                        found[2],
                        found[3],
                        found[4]));
            }
        });
    }

    /**
     * @param counts of each kind, and behind them of cells that hold something
     * @param known kinds of the cells of the column that were looked at: most columns repeat themselves
     */
    private static void look(@Nullable String cell, long[] counts, Map<String, List<Integer>> known) {
        String text = cell == null ? "" : cell.strip();
        if (!text.isEmpty()) {
            counts[KINDS.size()]++;
            known.computeIfAbsent(text, ColumnFacts::kinds).forEach(kind -> counts[kind]++);
        }
    }

    private static List<Integer> kinds(String text) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        if (!digits && text.indexOf('@') < 0) {
            return List.of();
        }
        return IntStream.range(0, KINDS.size())
                .filter(kind -> isPlain(text)
                        ? kind == 0 || (kind == 1 && text.indexOf('.') < 0)
                        : KINDS.get(kind).matcher(text).matches())
                .boxed()
                .toList();
    }

    /** Most numbers are a few digits, at most with a point between them; the patterns take a multiple of the time for what is no riddle. */
    private static boolean isPlain(String text) {
        int point = text.indexOf('.');
        return text.length() < SHORTEST_DAY
                && point != 0
                && point < text.length() - 1
                && (point < 0 || !text.endsWith("0"))
                && IntStream.range(0, text.length())
                        .allMatch(i -> i == point || (text.charAt(i) >= '0' && text.charAt(i) <= '9'));
    }

    double coverage() {
        return rows == 0 ? 0 : (double) filled / rows;
    }

    boolean mostly(long some) {
        return filled > 0 && some >= 0.8 * filled;
    }

    boolean isDate() {
        return filled > 0 && dates >= 0.6 * filled;
    }

    boolean isNumber() {
        return mostly(numbers) && !isDate();
    }

    boolean isAddress() {
        return mostly(addresses);
    }
}
