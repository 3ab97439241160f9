package io.segmenta.engine.columns;

import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.ImpliedColumn;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Columns that a file lacks but that follow from those it has: the price of one piece from a line total, a quantity of one, an order's
 * customer and date on its further lines. They stand behind the file's own columns under a name that says how they came to be, so
 * whoever maps the columns sees them and may choose another.
 */
public final class DerivedColumns {
    static final String ONE = ImpliedColumn.ONE_PIECE.name();
    static final String ROW = "Row number";

    /** Columns of the day that have the time beside them, in the four languages of the vocabulary. */
    private static final List<List<String>> DAY_AND_TIME = List.of(
            List.of("Date", "Time"),
            List.of("Datum", "Uhrzeit"),
            List.of("Datum", "Zeit"),
            List.of("Date", "Heure"),
            List.of("Fecha", "Hora"));

    private static final String CARRIED = ", carried down";
    /** What exports call the money of a whole line, in the four languages of the vocabulary. */
    private static final List<String> LINE_TOTALS = List.of(
            "Gross Sales",
            "item-price",
            "line total",
            "line amount",
            "item total",
            "row total",
            "total price",
            "amount",
            "total",
            "sales",
            "revenue",
            "Gesamtpreis",
            "Positionssumme",
            "Betrag",
            "Umsatz",
            "Summe",
            "montant",
            "montant total",
            "prix total",
            "total ligne",
            "importe",
            "importe total",
            "precio total",
            "total línea");

    private final TransactionStore store;
    private final List<String> headers;
    private final Map<String, String> derived = new LinkedHashMap<>();

    private DerivedColumns(TransactionStore store) {
        this.store = store;
        this.headers = store.headers();
    }

    /** Adds what follows from the columns of the store, where something is missing. */
    public static void add(TransactionStore store) {
        DerivedColumns columns = new DerivedColumns(store);
        columns.carryDown();
        columns.joinTimes();
        columns.nameProducts("Lineitem sku", "Lineitem name");
        if (columns.header("Transaction ID").isPresent()) {
            columns.nameProducts("SKU", "Item");
        }
        if (columns.headers.equals(Headers.numbered(columns.headers.size()))) {
            columns.countRows();
        } else {
            columns.priceAndQuantity();
        }
        if (!columns.derived.isEmpty()) {
            store.derive(columns.derived);
        }
    }

    /** Shopify writes what belongs to the whole order on its first line only. */
    private void carryDown() {
        Optional<String> order = header("Name");
        if (order.isEmpty() || header("Lineitem quantity").isEmpty()) {
            return;
        }
        String name = store.column(order.get());
        String carriedName = "last_value(" + name + " IGNORE NULLS) OVER (ORDER BY rowid)";
        if (hasGaps(name)) {
            derived.put(order.get() + CARRIED, carriedName);
        }
        for (String field : List.of("Email", "Created at", "Billing Country")) {
            header(field).filter(header -> hasGaps(store.column(header))).ifPresent(header -> {
                // from the same order only: a guest without an address must not get the neighbour's
                String orders =
                        "(SELECT rowid AS r, " + store.column(header) + " AS v, " + carriedName + " AS o FROM source)";
                derived.put(
                        header + CARRIED,
                        "(SELECT w.v FROM (SELECT r, first_value(v IGNORE NULLS) OVER (PARTITION BY o ORDER BY r ROWS BETWEEN UNBOUNDED PRECEDING"
                                + " AND UNBOUNDED FOLLOWING) AS v FROM " + orders + ") w WHERE w.r = source.rowid)");
            });
        }
    }

    /** Where the day stands in one column and the time in another, both together are the instant. */
    private void joinTimes() {
        for (List<String> pair : DAY_AND_TIME) {
            Optional<String> day = header(pair.getFirst());
            Optional<String> time = header(pair.getLast());
            if (day.isPresent() && time.isPresent() && isTimeBesideDay(day.get(), time.get())) {
                derived.put(
                        day.get() + " + " + time.get(),
                        "concat_ws(' ', trim(" + store.column(day.get()) + "), nullif(trim(" + store.column(time.get())
                                + "), ''))");
            }
        }
    }

    /** A time is told by its colon; a day that has one knows its time already. */
    private boolean isTimeBesideDay(String day, String time) {
        return store.number("SELECT count(*) FROM source WHERE contains(" + store.column(day) + ", ':') OR "
                                + store.column(time) + " IS NOT NULL AND NOT contains(" + store.column(time) + ", ':')")
                        == 0
                && hasText(store.column(time));
    }

    private boolean hasText(String column) {
        return store.number("SELECT count(*) FROM source WHERE trim(" + column + ") <> ''") > 0;
    }

    /** Articles without a number are told apart by their name. */
    private void nameProducts(String number, String name) {
        Optional<String> numbers = header(number);
        Optional<String> names = header(name);
        if (numbers.isPresent() && names.isPresent() && hasGaps(store.column(numbers.get()))) {
            derived.put(
                    number + " or " + name,
                    "coalesce(nullif(trim(" + store.column(numbers.get()) + "), ''), " + store.column(names.get())
                            + ")");
        }
    }

    /** A table of numbers without names, such as one purchase a row: each row can stand for an order of one piece. */
    private void countRows() {
        derived.put(ROW, "rowid + 1");
        derived.put(ONE, "'1'");
    }

    private void priceAndQuantity() {
        Map<Field, Suggestion> found = ColumnMapper.propose(headers).suggestions();
        boolean looksLikeOrders = there(found.get(Field.CUSTOMER_ID)) && there(found.get(Field.TIMESTAMP));
        if (!looksLikeOrders) {
            return;
        }
        Suggestion quantity = found.get(Field.QUANTITY);
        boolean noQuantity = !there(quantity);
        Optional<String> total = LINE_TOTALS.stream()
                .flatMap(name -> header(name).stream())
                .filter(header -> !header.equals("item-price") || !noQuantity)
                .findFirst();
        boolean amazon =
                header("quantity-purchased").isPresent() && header("item-price").isPresent();
        boolean noPrice = !there(found.get(Field.UNIT_PRICE));
        if (noQuantity) {
            if (total.isPresent() || !noPrice) {
                derived.put(ONE, "'1'");
            }
        } else if ((noPrice || amazon) && total.isPresent() && quantity != null) {
            String pieces = quantity.candidates().getFirst();
            String each = ImpliedColumn.piece(total.get(), pieces).name();
            derived.put(each, store.column(each));
        }
    }

    private static boolean there(@Nullable Suggestion suggestion) {
        return suggestion != null && suggestion.certainty() != Certainty.MISSING;
    }

    private boolean hasGaps(String column) {
        return store.number("SELECT count(*) FROM source WHERE " + column + " IS NULL OR trim(" + column + ") = ''")
                > 0;
    }

    private Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> Vocabulary.normal(header).equals(Vocabulary.normal(name)))
                .findFirst();
    }
}
