package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.DecimalMark;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.transactions.TransactionStore.Inquiry;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How quantities and amounts are written, decided once for all their columns together from all cells: {@code 1,5}, {@code 1.234,50} and
 * {@code 1.234.568} can only mean a decimal comma and points between thousands, {@code 1,234.50}, {@code 1,234,567} and {@code 12.50} only the
 * reverse. What says neither, {@code 1,234} or {@code 1.234}, follows the others; where there are none a comma stands between thousands, and
 * for a point the rest of the file decides: other columns with decimals, dates with points, the mark between the cells, the language of the
 * headers. Where that is silent too, a price of three decimals is rarer than one without any, and a weight of three is common.
 *
 * <p>Read in both are signs and words of currency on either side, blanks and apostrophes between thousands, Indian groups
 * ({@code 12,34,567}), an amount without cents ({@code 12,-}), any sign that looks like a minus, before or behind, and brackets around what is
 * negative.
 *
 * @param ambiguous whether a point with three digits behind it may stand before decimals or between thousands: the likelier was taken, and
 *     somebody who knows the file should be asked
 */
public record NumberFormat(boolean decimalComma, boolean ambiguous) {
    /** What a cell should hold, for people. */
    public static final String EXPECTED = "a number";

    /** Beyond this a number is a typing error, and sums of it might not fit. */
    private static final String LIMIT = "1e12";

    private static final String DECIMAL_COMMA = "',\\d{1,2}\\D*$|,\\d{4,}\\D*$|\\.\\d{3},|^\\D*0,|,\\s?[-–—]+\\D*$'";
    private static final String GROUPING_COMMA = "',\\d{3}\\.\\d|,\\d{2,3},\\d{3}'";
    private static final String DECIMAL_POINT = "'\\.\\d{1,2}\\D*$|\\.\\d{4,}\\D*$|^\\D*0+\\.|\\d{4}\\.\\d{3}\\D*$'";
    private static final String GROUPING_POINTS = "'\\.\\d{3}\\.\\d{3}'";
    private static final String EITHER_POINT = "'^\\D*[1-9]\\d{0,2}\\.\\d{3}\\D*$'";

    /** The least part of a column's cells that must be written so for the column to speak for the others. */
    private static final double MOST = 0.5;

    private static final String COMMA_CELL = "^\\s*-?\\d+,\\d{1,2}\\s*$";
    private static final String POINT_CELL = "^\\s*-?\\d+\\.\\d{1,2}\\s*$";
    /** Those who write it so write a decimal comma, but for the Swiss, who part thousands by an apostrophe. */
    private static final String POINT_DATE = "^\\s*\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}\\b.*$";

    private static final String MINUSES = "−–—‐‑－﹣";
    private static final String FOREIGN = MINUSES + Letters.DIGITS + "٫٬．，";
    private static final String CURRENCY = currency();

    /** Where nothing is in doubt. */
    public NumberFormat(boolean decimalComma) {
        this(decimalComma, false);
    }

    /** Words as in "12 kr" and "Rs. 12", codes as in "USD12", letters before a sign as in "US$12". */
    private static String currency() {
        String words = Stream.concat(
                        WordList.read("currencies.txt", "|").of("words").stream(),
                        Currency.getAvailableCurrencies().stream()
                                .map(Currency::getCurrencyCode)
                                .sorted())
                .map(word -> word.toLowerCase(Locale.ROOT).replace(" ", " +"))
                .distinct()
                .collect(Collectors.joining("|"));
        return Sql.text(" (?:" + words + ") | [a-z]{1,3} +\\$");
    }

    /**
     * Looks at every cell.
     *
     * @param counts SQL of text columns, those of quantities
     * @param amounts those of prices or totals; where both are empty the point is decimal
     */
    public static NumberFormat of(TransactionStore store, List<String> counts, List<String> amounts) {
        return store.once(new OfColumns(List.copyOf(counts), List.copyOf(amounts)));
    }

    private record OfColumns(List<String> counts, List<String> amounts) implements Inquiry<NumberFormat> {
        @Override
        public NumberFormat answer(TransactionStore store) {
            return look(store, counts, amounts);
        }
    }

    private static NumberFormat look(TransactionStore store, List<String> counts, List<String> amounts) {
        List<String> columns = Stream.concat(counts.stream(), amounts.stream()).toList();
        long comma = 0;
        long point = 0;
        for (String column : columns) {
            String commas = " FROM source WHERE contains(" + column + ", ',') AND regexp_matches(" + column + ", ";
            comma += store.number("SELECT count(*)" + commas + DECIMAL_COMMA + ")");
            point += store.number("SELECT count(*)" + commas + GROUPING_COMMA + ")");
        }
        if (comma + point > 0) {
            return new NumberFormat(comma > point);
        }
        if (any(store, columns, DECIMAL_POINT)) {
            return new NumberFormat(false);
        }
        if (any(store, columns, GROUPING_POINTS)) {
            return new NumberFormat(true);
        }
        if (!any(store, columns, EITHER_POINT)) {
            return new NumberFormat(false);
        }
        if (Vocabulary.writesDecimalComma(store.headers()) || mostly(store, COMMA_CELL)) {
            return new NumberFormat(true);
        }
        if (mostly(store, POINT_CELL)) {
            return new NumberFormat(false);
        }
        return mostly(store, POINT_DATE)
                        || store.delimiter().filter(";"::equals).isPresent()
                ? new NumberFormat(true)
                : new NumberFormat(any(store, amounts, EITHER_POINT), true);
    }

    /** The mark that is before decimals. */
    public DecimalMark decimals() {
        return decimalComma ? DecimalMark.COMMA : DecimalMark.POINT;
    }

    /** Ends with the first cell that is found. */
    private static boolean any(TransactionStore store, List<String> columns, String pattern) {
        return columns.stream()
                .anyMatch(column -> store.number("SELECT count(*) FROM (SELECT 1 FROM source WHERE contains(" + column
                                + ", '.') AND regexp_matches(" + column + ", " + pattern + ") LIMIT 1)")
                        > 0);
    }

    /** Whether most cells of some other column are written so. */
    private static boolean mostly(TransactionStore store, String cell) {
        return store.headers().stream()
                .map(store::column)
                .anyMatch(column -> store.number(String.format(
                                Locale.ROOT,
                                "SELECT CAST(count(*) FILTER (regexp_matches(%1$s, '%3$s')) > %2$s *"
                                        + " count(nullif(trim(%1$s), '')) AS BIGINT) FROM source",
                                column,
                                MOST,
                                cell))
                        > 0);
    }

    /**
     * The number in a text column; NULL where there is none. The plain spelling is tried first; the rest runs only on the rows where
     * that fails, which needs each part to be written once: DuckDB computes what occurs twice for every row in advance.
     */
    public String sql(String column) {
        // translating takes ten times as long as looking whether there is something to translate
        String digits = "CASE WHEN regexp_matches(" + column + ", '[" + FOREIGN + "]') THEN translate(" + column + ", '"
                + FOREIGN + "', '" + "-".repeat(MINUSES.length()) + "0123456789".repeat(3)
                + (decimalComma ? ",..," : ".,.,") + "') ELSE " + column + " END";
        // each word between blanks of its own is found the fastest
        String spaced = "regexp_replace(lower(" + digits + "), '(\\p{L}+)\\.?', ' \\1 ', 'g')";
        String words = "CASE WHEN regexp_matches(" + column + ", '\\p{L}') THEN regexp_replace(" + spaced + ", "
                + CURRENCY + ", '', 'g') ELSE " + digits + " END";
        String bare = "regexp_replace(" + words + ", '[\\p{Sc}\\s\\\\''’‘`´" + Letters.INVISIBLE + "]', '', 'g')";
        // nothing behind the comma: 12,- and 12.--
        String whole = "regexp_replace(" + bare + ", '(\\d)[.,]-+$', '\\1')";
        // bookkeepers write −5 as (5) or 5−
        String signed = "regexp_replace(" + whole + ", '^\\(-?([^-()]+)\\)$|^([^-]+)-$', '-\\1\\2')";
        String number;
        if (decimalComma) {
            String dotless = "replace(regexp_replace(" + signed + ", '\\.(\\d{3})\\b', '\\1', 'g'), ',', '.')";
            number = "coalesce(CASE WHEN NOT contains(" + column + ", '.') THEN try_cast(replace(" + column
                    + ", ',', '.') AS DOUBLE) END, try_cast(" + dotless + " AS DOUBLE))";
        } else {
            String lakhs = "regexp_replace(" + signed
                    + ", '^(-?\\d{1,2})(?:,(\\d\\d))?(?:,(\\d\\d))?(?:,(\\d\\d))?,(\\d\\d),(\\d{3})(\\.|$)',"
                    + " '\\1\\2\\3\\4\\5\\6\\7')";
            String commaless = "regexp_replace(" + lakhs + ", ',(\\d{3})\\b', '\\1', 'g')";
            // a comma that cannot stand between thousands is decimal wherever it occurs
            String pointed = "regexp_replace(" + commaless + ", '^(-?\\d+),(\\d{1,2})$', '\\1.\\2')";
            number = "coalesce(try_cast(" + column + " AS DOUBLE), try_cast(" + pointed + " AS DOUBLE))";
        }
        return limited(number);
    }

    /** As {@link #sql}, but no word beside the number matters: 12.50 a piece. */
    public String amount(String column) {
        return "coalesce(" + sql(column) + ", " + sql("regexp_replace(" + column + ", '[^0-9.,()−-]', '', 'g')") + ")";
    }

    /** NULL where the number is beyond what counts as one. */
    static String limited(String number) {
        // NaN is above every number here, so the limit refuses it too.
        return "CASE WHEN abs(" + number + ") <= " + LIMIT + " THEN " + number + " END";
    }
}
