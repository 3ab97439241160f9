package io.segmenta.engine.columns;

import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.DerivedColumn;
import io.segmenta.engine.transactions.DerivedColumn.CarriedDown;
import io.segmenta.engine.transactions.DerivedColumn.DayAndTime;
import io.segmenta.engine.transactions.DerivedColumn.FirstOf;
import io.segmenta.engine.transactions.DerivedColumn.OnePiece;
import io.segmenta.engine.transactions.DerivedColumn.PiecePrice;
import io.segmenta.engine.transactions.DerivedColumn.RowNumber;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Columns that a file lacks but that follow from those it has: the price of one piece from a line total, a quantity of one, an order's
 * customer and date on its further lines. They stand behind the file's own columns under a name that says how they came to be, so
 * whoever maps the columns sees them and may choose another.
 */
public final class DerivedColumns implements DerivedColumn.Columns {
    private final TransactionStore store;
    private final List<String> headers;
    private final List<DerivedColumn> derived = new ArrayList<>();
    private NumberFormat numbers = new NumberFormat(false);

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
        if (MappingProposal.nameless(columns.headers)) {
            columns.countRows();
        } else {
            columns.priceAndQuantity();
        }
        if (!columns.derived.isEmpty()) {
            store.derive(columns.derived, columns);
        }
    }

    @Override
    public String text(String column) {
        return store.column(column);
    }

    @Override
    public String number(String column) {
        return numbers.amount(store.column(column));
    }

    /** Shopify writes what belongs to the whole order on its first line only. */
    private void carryDown() {
        Optional<String> order = header("Name");
        if (order.isEmpty() || header("Lineitem quantity").isEmpty()) {
            return;
        }
        for (String field : List.of("Name", "Email", "Created at", "Billing Country")) {
            header(field)
                    .filter(header -> hasGaps(store.column(header)))
                    .ifPresent(header -> derived.add(new CarriedDown(header, order.get())));
        }
    }

    /** Where the day stands in one column and the time in another, both together are the instant. */
    private void joinTimes() {
        for (List<String> pair : Vocabulary.daysAndTimes()) {
            Optional<String> day = header(pair.getFirst());
            Optional<String> time = header(pair.getLast());
            if (day.isPresent() && time.isPresent() && isTimeBesideDay(day.get(), time.get())) {
                derived.add(new DayAndTime(day.get(), time.get()));
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
            derived.add(new FirstOf(numbers.get(), names.get()));
        }
    }

    /** A table of numbers without names, such as one purchase a row: each row can stand for an order of one piece. */
    private void countRows() {
        derived.add(new RowNumber());
        derived.add(new OnePiece());
    }

    private void priceAndQuantity() {
        Map<Field, Suggestion> found = ColumnMapper.propose(headers).suggestions();
        boolean looksLikeOrders = there(found.get(Field.CUSTOMER_ID)) && there(found.get(Field.TIMESTAMP));
        if (!looksLikeOrders) {
            return;
        }
        Suggestion quantity = found.get(Field.QUANTITY);
        boolean noQuantity = !there(quantity);
        Optional<String> total = Vocabulary.lineTotals().stream()
                .flatMap(name -> header(name).stream())
                .filter(header -> !header.equals("item-price") || !noQuantity)
                .findFirst();
        boolean amazon =
                header("quantity-purchased").isPresent() && header("item-price").isPresent();
        boolean noPrice = !there(found.get(Field.UNIT_PRICE));
        if (noQuantity) {
            if (total.isPresent() || !noPrice) {
                derived.add(new OnePiece());
            }
        } else if ((noPrice || amazon) && total.isPresent() && quantity != null) {
            String pieces = quantity.candidates().getFirst();
            numbers = NumberFormat.of(store, List.of(store.column(pieces), store.column(total.get())));
            derived.add(new PiecePrice(total.get(), pieces));
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
