package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.Field;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a file holds customers and what they did in all rather than purchases: nothing can be counted in it any more. */
record Summaries(List<ColumnFacts> facts, Names names) {
    private static final Pattern IN_ALL = Pattern.compile(
            "\\brecency\\b|\\bfrequency\\b|\\bmonetary\\b|\\brfm\\b|\\bclv\\b|\\bltv\\b|lifetime|\\btotal spen[dt]\\b|\\bamount spent\\b|\\btotal orders\\b"
                    + "|^orders$|\\borders? count\\b|\\b(?:number|num|count|no) of (?:orders|purchases)\\b|\\border num|\\bpurchase count\\b|value total ever"
                    + "|\\b(?:average|avg) order|\\b(?:last|first) (?:order|purchase)|\\btenure\\b|\\bvisits\\b|anzahl bestellungen|gesamtumsatz"
                    + "|letzte bestellung|letzter kauf|nombre de commandes|derniere commande|total gastado|numero de pedidos|ultimo pedido|ultima compra");
    private static final Pattern SOMEBODY = Pattern.compile("\\bid\\b");
    private static final int FEWEST_ROWS = 10;
    private static final double UNIQUE = 0.99;

    /** A sentence that says so and what to bring instead; empty where the rows are purchases. */
    Optional<String> told() {
        List<String> inAll = facts.stream()
                .filter(column -> column.filled() > 0 && (column.isNumber() || column.isDate()))
                .map(ColumnFacts::header)
                .filter(header -> Names.says(header.replace('_', ' '), IN_ALL))
                .toList();
        boolean numbersOrders = facts.stream()
                .anyMatch(column -> column.filled() > 0
                        && !inAll.contains(column.header())
                        && names.level(Field.INVOICE_ID, column.header()) >= Names.NAME);
        if (inAll.size() < 2 || numbersOrders) {
            return Optional.empty();
        }
        return facts.stream()
                .filter(column -> !inAll.contains(column.header()) && isEverybodyOnce(column))
                .findFirst()
                .map(column -> "Each row is a summary of one customer: \"" + column.header()
                        + "\" is another one in every row, and "
                        + inAll.stream()
                                .limit(3)
                                .map(header -> "\"" + header + "\"")
                                .collect(Collectors.joining(", "))
                        + " say what they did in all. Single purchases cannot be had from it. Export the orders or the order lines"
                        + " instead: one row for each, with customer, date and amount.");
    }

    private boolean isEverybodyOnce(ColumnFacts column) {
        boolean somebody = names.level(Field.CUSTOMER_ID, column.header()) > 0
                || column.isAddress()
                || Names.says(column.header().replace('_', ' '), SOMEBODY);
        return somebody
                && column.rows() >= FEWEST_ROWS
                && column.coverage() >= 0.9
                && column.distinct() >= UNIQUE * column.filled();
    }
}
