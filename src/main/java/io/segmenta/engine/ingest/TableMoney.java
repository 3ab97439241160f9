package io.segmenta.engine.ingest;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How much a table holds that is not read, for a sentence.
 *
 * @param column what the money stands under; empty where no column looks like money
 */
record TableMoney(long rows, String column, BigDecimal sum) {
    static final int MOST_ROWS = 100_000;

    private static final Pattern MONEY = Pattern.compile(
            "(?i).*(?:amount|total|price|revenue|sales|betrag|umsatz|preis|montant|prix|importe|precio|valor|kwota|tutar|bedrag|importo|"
                    + "\u0441\u0443\u043c\u043c\u0430|\u91d1\u989d|\u91d1\u984d|\uae08\uc561).*",
            Pattern.UNICODE_CASE);

    private static final Pattern NEGATIVE = Pattern.compile("^\\D*[-\u2212\u2013(]|\\d\\s*[-\u2212\u2013]\\s*$");

    private static final Pattern DECIMALS = Pattern.compile(".*[.,]\\d{1,2}");

    static TableMoney of(List<String> names, Collection<List<String>> rows) {
        List<List<String>> filled =
                rows.stream().filter(row -> Cells.filled(row) > 0).toList();
        for (int column = names.size() - 1; column >= 0; column--) {
            int c = column;
            List<String> cells = filled.stream()
                    .map(row -> Cells.at(row, c))
                    .filter(cell -> !cell.isBlank())
                    .toList();
            if (!cells.isEmpty()
                    && MONEY.matcher(names.get(c)).matches()
                    && cells.stream().allMatch(Cells::isValue)) {
                return new TableMoney(
                        filled.size(),
                        names.get(c),
                        cells.stream().map(TableMoney::number).reduce(BigDecimal.ZERO, BigDecimal::add));
            }
        }
        return new TableMoney(filled.size(), "", BigDecimal.ZERO);
    }

    /** The last point or comma is decimal where one or two digits follow it; what is negative has any minus at either end, or stands in brackets. */
    private static BigDecimal number(String cell) {
        String figures = cell.replaceAll("[^0-9.,]", "");
        boolean negative = NEGATIVE.matcher(cell).find();
        boolean decimals = DECIMALS.matcher(figures).matches();
        int mark = Math.max(figures.lastIndexOf('.'), figures.lastIndexOf(','));
        String whole = (decimals ? figures.substring(0, mark) : figures).replaceAll("[.,]", "");
        try {
            BigDecimal number = new BigDecimal(decimals ? whole + "." + figures.substring(mark + 1) : whole);
            return negative ? number.negate() : number;
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    @Override
    public String toString() {
        String counted = String.format(Locale.ENGLISH, rows == 1 ? "%,d row" : "%,d rows", rows);
        return column.isEmpty() ? counted : String.format(Locale.ENGLISH, "%s, column %s %,.2f", counted, column, sum);
    }
}
