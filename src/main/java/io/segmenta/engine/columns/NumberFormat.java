package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.TransactionStore;
import java.util.List;
import java.util.Locale;

/**
 * How quantities and prices are written, decided once for both columns together from all their cells that hold a comma: {@code 1,5} and
 * {@code 1.234,50} can only mean a decimal comma, {@code 1,234.50} and {@code 1,234,567} only thousands. What says neither, {@code 1,234},
 * follows the others, and is thousands where there are none.
 */
public record NumberFormat(boolean decimalComma) {
    /** What a cell should hold, for people. */
    public static final String EXPECTED = "a number";

    /** Beyond this a number is a typing error, and sums of it might not fit. */
    private static final String LIMIT = "1e12";

    /**
     * Looks at every cell.
     *
     * @param columns SQL of text columns, those of quantities and of prices or totals; none decide for the point
     */
    static NumberFormat of(TransactionStore store, List<String> columns) {
        long[] votes = new long[2];
        for (String column : columns) {
            store.query(String.format(Locale.ROOT, """
                    SELECT count(*) FILTER (regexp_matches(%1$s, ',\\d{1,2}\\D*$|,\\d{4,}\\D*$|\\.\\d{3},|^\\D*0,')),
                           count(*) FILTER (regexp_matches(%1$s, ',\\d{3}\\.\\d|,\\d{3},\\d{3}'))
                    FROM source WHERE contains(%1$s, ',')
                    """, column), row -> {
                votes[0] += row.integer(0);
                votes[1] += row.integer(1);
            });
        }
        return new NumberFormat(votes[0] > votes[1]);
    }

    /**
     * The number in a text column; NULL where there is none. The plain spelling is tried first; the rest runs only on the rows where
     * that fails, which needs each part to be written once: DuckDB computes what occurs twice for every row in advance.
     */
    public String sql(String column) {
        // Signs of currency, codes such as EUR, blanks and the Swiss apostrophe mean nothing to the number.
        String bare =
                "regexp_replace(" + column + ", '^\\s*[A-Z]{3}\\s|\\s*[A-Z]{3}\\s*$|[\\p{Sc}\\p{Z}\\s''’]', '', 'g')";
        // Bookkeepers write −5 as (5) or 5−.
        String signed = "regexp_replace(replace(" + bare + ", '−', '-'), '^\\((.+)\\)$|^([^-]+)-$', '-\\1\\2')";
        String number;
        if (decimalComma) {
            String dotless = "replace(regexp_replace(" + signed + ", '\\.(\\d{3})\\b', '\\1', 'g'), ',', '.')";
            number = "coalesce(CASE WHEN NOT contains(" + column + ", '.') THEN try_cast(replace(" + column
                    + ", ',', '.') AS DOUBLE) END, try_cast(" + dotless + " AS DOUBLE))";
        } else {
            String commaless = "regexp_replace(" + signed + ", ',(\\d{3})\\b', '\\1', 'g')";
            number = "coalesce(try_cast(" + column + " AS DOUBLE), try_cast(" + commaless + " AS DOUBLE))";
        }
        return limited(number);
    }

    /** As {@link #sql}, but words beside the number do not matter either: 12.50 kr, Rs 7. */
    String amount(String column) {
        return "coalesce(" + sql(column) + ", " + sql("regexp_replace(" + column + ", '[^0-9.,()−-]', '', 'g')") + ")";
    }

    /** NULL where the number is beyond what counts as one. */
    static String limited(String number) {
        // NaN is above every number here, so the limit refuses it too.
        return "CASE WHEN abs(" + number + ") <= " + LIMIT + " THEN " + number + " END";
    }
}
