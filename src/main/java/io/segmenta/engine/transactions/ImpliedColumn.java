package io.segmenta.engine.transactions;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A column that a file lacks but that follows from those it has. It is called by a name that says how it comes to be and is mapped like any
 * other; the store works it out as it reads, so nothing is added to the dataset.
 *
 * @param name in the place of a header; any text, most of which imply nothing
 */
public record ImpliedColumn(String name) {
    /** For a quantity: each row is one piece. */
    public static final ImpliedColumn ONE_PIECE = new ImpliedColumn("1 per row");
    /** For a product: all rows sold the same. */
    public static final ImpliedColumn ONE_PRODUCT = new ImpliedColumn("one product for all rows");

    /** Of a quotient: 15.30 / 6 is 2.55, not 2.5500000000000003. */
    private static final int DECIMALS = 12;

    private static final String ORDER_OF = "one order per ";
    private static final String AND_DAY = " and day of ";
    private static final String DIVIDED = " ÷ ";

    /** For an invoice: what a customer bought on one day. */
    public static ImpliedColumn order(String customer, String date) {
        return new ImpliedColumn(ORDER_OF + customer + AND_DAY + date);
    }

    public boolean isOrder() {
        return name.startsWith(ORDER_OF) && name.contains(AND_DAY);
    }

    /** For a unit price: the money of a row divided by its pieces. */
    public static ImpliedColumn piece(String total, String quantity) {
        return new ImpliedColumn(total + DIVIDED + quantity);
    }

    /** The column of totals, where this is the price of one piece. */
    public Optional<String> total() {
        int divided = name.lastIndexOf(DIVIDED);
        return divided < 0 ? Optional.empty() : Optional.of(name.substring(0, divided));
    }

    /**
     * Empty where the name implies nothing.
     *
     * @param columns the SQL of another column, by its header
     */
    Optional<String> sql(UnaryOperator<String> columns) {
        if (equals(ONE_PIECE)) {
            return Optional.of("'1'");
        }
        if (equals(ONE_PRODUCT)) {
            return Optional.of("'all'");
        }
        if (isOrder()) {
            int day = name.lastIndexOf(AND_DAY);
            String customer = columns.apply(name.substring(ORDER_OF.length(), day));
            return Optional.of("(trim(" + customer + ") || ' ' || "
                    + day(columns.apply(name.substring(day + AND_DAY.length()))) + ")");
        }
        int divided = name.lastIndexOf(DIVIDED);
        if (divided < 0) {
            return Optional.empty();
        }
        String total = number(columns.apply(name.substring(0, divided)));
        String pieces = number(columns.apply(name.substring(divided + DIVIDED.length())));
        return Optional.of("CAST(coalesce(round(" + total + " / nullif(" + pieces + ", 0), " + DECIMALS + "), " + total
                + ") AS VARCHAR)");
    }

    /** A date as written, without the time of day: that of a clock, or the fraction of a spreadsheet's day. */
    private static String day(String column) {
        return "regexp_replace(trim(" + column + "), '[T ]+[0-9]{1,2}:.*$|^([0-9]{5})[.][0-9]+$', '\\1')";
    }

    /** The number in a text such as $1,045.50, 1.045,50 € or (45.00), which accountants write for -45. */
    private static String number(String column) {
        String plain = "regexp_replace(" + column + ", '[^0-9.,-]', '', 'g')";
        return "(CASE WHEN starts_with(trim(" + column
                + "), '(') THEN -1 ELSE 1 END * try_cast(CASE WHEN regexp_matches(" + plain
                + ", ',[0-9]{1,2}$') THEN replace(replace(" + plain + ", '.', ''), ',', '.') ELSE replace(" + plain
                + ", ',', '') END AS DOUBLE))";
    }
}
