package io.segmenta.engine.transactions;

import io.segmenta.engine.transactions.DerivedColumn.BothOf;
import io.segmenta.engine.transactions.DerivedColumn.CarriedDown;
import io.segmenta.engine.transactions.DerivedColumn.FirstOf;
import io.segmenta.engine.transactions.DerivedColumn.OnePiece;
import io.segmenta.engine.transactions.DerivedColumn.OneProduct;
import io.segmenta.engine.transactions.DerivedColumn.OrderPerDay;
import io.segmenta.engine.transactions.DerivedColumn.PiecePrice;
import io.segmenta.engine.transactions.DerivedColumn.RowNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a column is called among the headers of its file: one of them, or the name of a column that follows from them.
 *
 * @param headers of the file, those of derived columns among them or not
 */
public record ColumnName(String name, List<String> headers) {
    public ColumnName {
        headers = List.copyOf(headers);
    }

    /**
     * What a name stands for, as it comes from an address, a command line, a recipe, a remembered choice or a store of an earlier version.
     * Empty where it is the name of no derived column.
     * The headers tell where the name of a part ends; where they do not, the last way to divide the name counts.
     */
    public Optional<DerivedColumn> derived() {
        for (DerivedColumn constant : List.of(new OnePiece(), new OneProduct(), new RowNumber())) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        if (name.endsWith(CarriedDown.CARRIED)) {
            String column = name.substring(0, name.length() - CarriedDown.CARRIED.length());
            // a name does not tell the column of the order; those that need it were made while reading
            return headers.contains(column) ? Optional.of(new CarriedDown(column, column)) : Optional.empty();
        }
        if (name.startsWith(OrderPerDay.ORDER_OF)) {
            return divided(
                    name.substring(OrderPerDay.ORDER_OF.length()),
                    OrderPerDay.AND_DAY,
                    headers,
                    OrderPerDay::new,
                    true);
        }
        return divided(name, PiecePrice.DIVIDED, headers, PiecePrice::new, true)
                .or(() -> divided(name, BothOf.AND, headers, BothOf::new, false))
                .or(() -> divided(name, FirstOf.OR, headers, FirstOf::new, false));
    }

    private interface OfTwo {
        DerivedColumn make(String first, String second);
    }

    private static Optional<DerivedColumn> divided(
            String name, String sign, List<String> headers, OfTwo maker, boolean always) {
        List<Integer> places = IntStream.range(0, name.length())
                .filter(i -> name.startsWith(sign, i))
                .boxed()
                .toList();
        Optional<Integer> known = places.stream()
                .filter(at -> isColumn(name.substring(0, at), headers)
                        && isColumn(name.substring(at + sign.length()), headers))
                .findFirst();
        return known.or(() -> always && !places.isEmpty() ? Optional.of(places.getLast()) : Optional.empty())
                .map(at -> maker.make(name.substring(0, at), name.substring(at + sign.length())));
    }

    private static boolean isColumn(String name, List<String> headers) {
        return headers.contains(name) || name.equals(new OnePiece().name());
    }
}
