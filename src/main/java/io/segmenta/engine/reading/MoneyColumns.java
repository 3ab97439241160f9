package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns say how much, and why.
 *
 * @param columns of QUANTITY and of those of {@link Field#MONEY} that count; none of the latter where no column holds money
 * @param agrees the part of the rows on which quantity × price is the total; 0 where there are no such columns
 * @param orderTotals of whole orders, beside the money of their rows
 * @param price of one piece, that does not agree with the money
 * @param says what was found out, in sentences
 */
record MoneyColumns(
        Map<Field, ColumnFacts> columns,
        double agrees,
        List<ColumnFacts> orderTotals,
        Optional<ColumnFacts> price,
        List<String> says) {
    MoneyColumns {
        columns = new EnumMap<>(columns);
        orderTotals = List.copyOf(orderTotals);
        says = List.copyOf(says);
    }
}
