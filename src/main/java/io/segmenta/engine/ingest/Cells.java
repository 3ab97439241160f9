package io.segmenta.engine.ingest;

import java.util.List;
import java.util.regex.Pattern;

/** What can be told from the cells of a row alone. */
final class Cells {
    /** A number, an amount of money, a date or a time in figures. */
    private static final Pattern VALUE = Pattern.compile(
            "(?:[A-Z]{3}|Rs\\.?|R\\$|[A-Z]{1,2}\\$|kr\\.?)?\\s?[+\\-\u2212\u2013('\u2019]*\\p{Sc}?\\s?[+\\-\u2212\u2013]?\\p{Nd}.*",
            Pattern.DOTALL);

    private Cells() {}

    static boolean isValue(String cell) {
        return VALUE.matcher(cell.strip()).matches();
    }

    /** Whether it holds words, such as the name of a column. */
    static boolean isLabel(String cell) {
        return !cell.isBlank() && !isValue(cell);
    }

    static long filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isBlank()).count();
    }

    static long distinct(List<String> row) {
        return row.stream().filter(cell -> !cell.isBlank()).distinct().count();
    }

    /** The cell, blank where the row is shorter. */
    static String at(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    static boolean noValues(List<String> row) {
        return row.stream().noneMatch(Cells::isValue);
    }
}
