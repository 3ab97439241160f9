package io.segmenta.engine.transactions;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A column that a file lacks but that follows from those it has. People and documents call it by its {@link #name()}, which says how it comes
 * to be and stands in the place of a header; {@link ColumnName#derived} is the one place where such a name is read. The store keeps a column that was
 * derived while reading as JSON of {@link #kind()} and {@link #parts()}.
 *
 * <p>A number stays one: {@link #sql} of a {@link Type#NUMBER} is a number, which nobody prints and parses again.
 */
public sealed interface DerivedColumn {
    /** What the SQL of a column gives. */
    enum Type {
        TEXT,
        NUMBER
    }

    /** Where the columns come from that one is made of. */
    interface Columns {
        /** SQL of a VARCHAR: the cell as written, or NULL. */
        String text(String column);

        /** SQL of a DOUBLE: the number in the cell in the notation of the file, or NULL where there is none. */
        String number(String column);
    }

    /** In the place of a header. */
    String name();

    /** In the dataset store; never changes. */
    default String kind() {
        return switch (this) {
            case CarriedDown carried -> "carriedDown";
            // as stored datasets have it
            case BothOf both -> "dayAndTime";
            case FirstOf either -> "firstOf";
            case PiecePrice price -> "piecePrice";
            case OrderPerDay order -> "orderPerDay";
            case RowNumber number -> "rowNumber";
            case OnePiece one -> "onePiece";
            case OneProduct one -> "oneProduct";
            case States states -> "states";
            case GuestsBy guests -> "guestsBy";
            case CurrencyOf currency -> "currencyOf";
        };
    }

    /** The columns it is made of, in the order of {@link #of}. */
    default List<String> parts() {
        return switch (this) {
            case CarriedDown(String column, String order) -> List.of(column, order);
            case BothOf(String first, String second) -> List.of(first, second);
            case FirstOf(String first, String second) -> List.of(first, second);
            case PiecePrice(String total, String quantity) -> List.of(total, quantity);
            case OrderPerDay(String customer, String date) -> List.of(customer, date);
            case RowNumber number -> List.of();
            case OnePiece one -> List.of();
            case OneProduct one -> List.of();
            case States(List<String> columns) -> columns;
            case GuestsBy(String customer, String other) -> List.of(customer, other);
            case CurrencyOf(String amount) -> List.of(amount);
        };
    }

    default Type type() {
        return this instanceof PiecePrice || this instanceof OnePiece ? Type.NUMBER : Type.TEXT;
    }

    /** Its value in a row of the table {@code source}, of its {@link #type()}. */
    String sql(Columns columns);

    /** For an invoice: what belongs to the whole order is written on its first line only. Made while reading, since it looks at other rows. */
    record CarriedDown(String column, String order) implements DerivedColumn {
        public static final String CARRIED = ", carried down";

        @Override
        public String name() {
            return column + CARRIED;
        }

        @Override
        public String sql(Columns columns) {
            String carriedOrder = "last_value(" + columns.text(order) + " IGNORE NULLS) OVER (ORDER BY rowid)";
            if (column.equals(order)) {
                return carriedOrder;
            }
            // from the same order only: a guest without an address must not get the neighbour's
            String orders =
                    "(SELECT rowid AS r, " + columns.text(column) + " AS v, " + carriedOrder + " AS o FROM source)";
            return "(SELECT w.v FROM (SELECT r, first_value(v IGNORE NULLS) OVER (PARTITION BY o ORDER BY r ROWS BETWEEN UNBOUNDED"
                    + " PRECEDING AND UNBOUNDED FOLLOWING) AS v FROM " + orders + ") w WHERE w.r = source.rowid)";
        }
    }

    /** For a date: the day and the time. For a customer: the first and the last name. */
    record BothOf(String first, String second) implements DerivedColumn {
        static final String AND = " + ";

        @Override
        public String name() {
            return first + AND + second;
        }

        @Override
        public String sql(Columns columns) {
            return "nullif(concat_ws(' ', nullif(trim(" + columns.text(first) + "), ''), nullif(trim("
                    + columns.text(second) + "), '')), '')";
        }
    }

    /** For a product: articles without a number are told apart by their name. */
    record FirstOf(String first, String second) implements DerivedColumn {
        static final String OR = " or ";

        @Override
        public String name() {
            return first + OR + second;
        }

        @Override
        public String sql(Columns columns) {
            return "coalesce(nullif(trim(" + columns.text(first) + "), ''), " + columns.text(second) + ")";
        }
    }

    /** For a unit price: the money of a row divided by its pieces, or the money itself where these are 0 or no number. */
    record PiecePrice(String total, String quantity) implements DerivedColumn {
        static final String DIVIDED = " ÷ ";
        /** Of a quotient: 15.30 / 6 is 2.55, not 2.5500000000000003. */
        private static final int DECIMALS = 12;

        @Override
        public String name() {
            return total + DIVIDED + quantity;
        }

        @Override
        public String sql(Columns columns) {
            String money = columns.number(total);
            return "coalesce(round(" + money + " / nullif(" + columns.number(quantity) + ", 0), " + DECIMALS + "), "
                    + money + ")";
        }
    }

    /** For an invoice: what a customer bought on one day. */
    record OrderPerDay(String customer, String date) implements DerivedColumn {
        static final String ORDER_OF = "one order per ";
        static final String AND_DAY = " and day of ";

        @Override
        public String name() {
            return ORDER_OF + customer + AND_DAY + date;
        }

        /** A date as written, without the time of day: that of a clock, or the fraction of a spreadsheet's day. */
        @Override
        public String sql(Columns columns) {
            return "(trim(" + columns.text(customer) + ") || ' ' || regexp_replace(trim(" + columns.text(date)
                    + "), '[T ]+[0-9]{1,2}:.*$|^([0-9]{5})[.][0-9]+$', '\\1'))";
        }
    }

    /** For an invoice in a table of numbers without names: each row is an order. */
    record RowNumber() implements DerivedColumn {
        @Override
        public String name() {
            return "Row number";
        }

        @Override
        public String sql(Columns columns) {
            return "CAST(rowid + 1 AS VARCHAR)";
        }
    }

    /** For a quantity: each row is one piece. */
    record OnePiece() implements DerivedColumn {
        @Override
        public String name() {
            return "1 per row";
        }

        @Override
        public String sql(Columns columns) {
            return "1";
        }
    }

    /** For a product: all rows sold the same. */
    record OneProduct() implements DerivedColumn {
        @Override
        public String name() {
            return "one product for all rows";
        }

        @Override
        public String sql(Columns columns) {
            return "'all'";
        }
    }

    /**
     * For a status: what several columns say of a row, "paid / cancelled". A day on which something was called off says that it was. Made
     * while reading.
     */
    record States(List<String> columns) implements DerivedColumn {
        public static final String AND = " / ";
        /** Behind the one column that says yes or no. */
        public static final String ALONE = ", as a state";

        public States {
            columns = List.copyOf(columns);
        }

        @Override
        public String name() {
            return columns.size() == 1 ? columns.getFirst() + ALONE : String.join(AND, columns);
        }

        @Override
        public String sql(Columns source) {
            return columns.stream()
                    .map(source::text)
                    .map(text -> "CASE WHEN trim(" + text + ") = '' OR lower(trim(" + text
                            + ")) IN ('false', '0', 'no', 'n') THEN NULL"
                            + " WHEN regexp_matches(" + text + ", '^\\s*\\d{1,4}[-/.]') OR lower(trim(" + text
                            + ")) IN ('true', '1', 'yes', 'y') THEN 'cancelled' ELSE trim(" + text + ") END")
                    .collect(Collectors.joining(", ", "nullif(concat_ws('" + AND + "', ", "), '')"));
        }
    }

    /** For a customer: a number that all guests share tells nobody, so the other column does. Made while reading. */
    record GuestsBy(String customer, String other) implements DerivedColumn {
        public static final String BY = ", guests by ";
        /** What shops write in the place of a customer's number, in lower case. */
        public static final List<String> GUESTS = List.of("0", "-1", "guest", "guests", "gast", "anonymous");

        @Override
        public String name() {
            return customer + BY + other;
        }

        @Override
        public String sql(Columns columns) {
            return "CASE WHEN coalesce(trim(" + columns.text(customer) + "), '') = '' OR "
                    + isGuest(columns.text(customer)) + " THEN " + columns.text(other) + " ELSE "
                    + columns.text(customer) + " END";
        }

        /** SQL of whether a text column says that it was a guest. */
        public static String isGuest(String column) {
            return "lower(trim(" + column + ")) IN "
                    + GUESTS.stream().map(Sql::text).collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /** For a currency: what stands beside the amounts, where it is not the same everywhere. Made while reading. */
    record CurrencyOf(String amount) implements DerivedColumn {
        @Override
        public String name() {
            return amount + ", its currency";
        }

        @Override
        public String sql(Columns columns) {
            return CurrencySigns.code(columns.text(amount));
        }
    }

    /** SQL of a VARCHAR, for people and for whatever compares cells. */
    default String text(Columns columns) {
        return type() == Type.TEXT ? sql(columns) : "CAST(" + sql(columns) + " AS VARCHAR)";
    }

    /**
     * As it was kept.
     *
     * @param parts as many as the kind has
     * @throws IllegalArgumentException where no column is of this kind
     */
    static DerivedColumn of(String kind, List<String> parts) {
        return switch (kind) {
            case "carriedDown" -> new CarriedDown(parts.get(0), parts.get(1));
            case "dayAndTime" -> new BothOf(parts.get(0), parts.get(1));
            case "firstOf" -> new FirstOf(parts.get(0), parts.get(1));
            case "piecePrice" -> new PiecePrice(parts.get(0), parts.get(1));
            case "orderPerDay" -> new OrderPerDay(parts.get(0), parts.get(1));
            case "rowNumber" -> new RowNumber();
            case "onePiece" -> new OnePiece();
            case "oneProduct" -> new OneProduct();
            case "states" -> new States(parts);
            case "guestsBy" -> new GuestsBy(parts.get(0), parts.get(1));
            case "currencyOf" -> new CurrencyOf(parts.getFirst());
            default -> throw new IllegalArgumentException("No column is derived as \"" + kind + "\".");
        };
    }
}
