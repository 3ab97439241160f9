package io.segmenta.engine.reading;

import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.transactions.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Columns of discount, tax and shipping: whether the money is before or after the discount is asked of the values, the others are named as
 * left out.
 */
final class Reductions {
    private static final double AGREES = 0.9;

    private final List<ColumnFacts> free;
    private final Agreement agreement;
    private final List<ColumnFacts> discounts;
    private final List<ColumnFacts> taxes;
    private final List<ColumnFacts> shipping;

    Reductions(List<ColumnFacts> free, Agreement agreement) {
        this.free = free;
        this.agreement = agreement;
        this.discounts = named("discount");
        this.taxes = named("tax");
        this.shipping = named("shipping");
    }

    /** @param chosen may get a better line total: that after the discount */
    List<String> told(Map<Field, ColumnFacts> chosen) {
        List<String> says = new ArrayList<>();
        discounts.stream().findFirst().ifPresent(column -> says.add(discount(column, chosen)));
        List<String> beside = new ArrayList<>();
        taxes.forEach(column -> beside.add(column.header()));
        shipping.forEach(column -> beside.add(column.header()));
        if (!beside.isEmpty()) {
            says.add(beside.stream().map(header -> "\"" + header + "\"").collect(Collectors.joining(", "))
                    + (beside.size() == 1 ? " is" : " are") + " not added to the amount.");
        }
        return says;
    }

    /** What the money is held against; of the discounts and the like those that are not part of it. */
    Beside beside(MoneyColumns money) {
        return new Beside(
                headers(money.orderTotals()),
                money.price().map(ColumnFacts::header).orElse(null),
                headers(discounts),
                headers(taxes),
                headers(shipping),
                List.of());
    }

    private static List<String> headers(List<ColumnFacts> columns) {
        return columns.stream().map(ColumnFacts::header).toList();
    }

    private List<ColumnFacts> named(String role) {
        return free.stream()
                .filter(column -> column.isNumber() && Vocabulary.names(role, Vocabulary.Level.NAME, column.header()))
                .filter(agreement::hasNumbers)
                .toList();
    }

    private String discount(ColumnFacts discount, Map<Field, ColumnFacts> chosen) {
        ColumnFacts total = chosen.get(Field.LINE_TOTAL);
        ColumnFacts price = chosen.get(Field.UNIT_PRICE);
        ColumnFacts quantity = chosen.get(Field.QUANTITY);
        if (total == null) {
            return "\"" + discount.header() + "\" is not subtracted.";
        }
        Optional<ColumnFacts> net = free.stream()
                .filter(column -> column.isNumber() && !column.equals(discount))
                .filter(column -> agreement.less(agreement.number(total), discount, column) >= AGREES)
                .findFirst();
        if (net.isPresent()) {
            chosen.put(Field.LINE_TOTAL, net.get());
            chosen.remove(Field.UNIT_PRICE);
            return "The amount is \"" + net.get().header() + "\": \"" + total.header() + "\" less \""
                    + discount.header() + "\".";
        }
        boolean gross = price != null && quantity != null;
        return gross
                ? "\"" + discount.header() + "\" is not subtracted."
                : "\"" + discount.header() + "\" is not subtracted once more from \"" + total.header() + "\".";
    }
}
