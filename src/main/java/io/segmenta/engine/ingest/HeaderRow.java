package io.segmenta.engine.ingest;

import io.segmenta.engine.columns.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of the first rows names the columns. A header has words where the rows below it have numbers and dates; titles and notes above it
 * fill fewer cells. Where no column holds numbers or dates, the first of the full rows is taken.
 */
final class HeaderRow {
    /** A header further down is one of another table. */
    private static final int LOWEST = 20;

    private final List<List<String>> rows;
    private final long fullest;

    private HeaderRow(List<List<String>> rows) {
        this.rows = rows;
        this.fullest = rows.stream().mapToLong(Cells::filled).max().orElse(0);
    }

    /** The lowest row of the header, from 0; -1 where the columns have no names. */
    static int of(List<List<String>> firstRows) {
        return new HeaderRow(firstRows).find();
    }

    private int find() {
        List<Integer> full =
                IntStream.range(0, rows.size()).filter(this::isFull).boxed().toList();
        int best = -1;
        long bestNamed = 0;
        boolean dataAbove = false;
        for (int row : full) {
            List<Integer> values = valueColumns(row + 1);
            long named = named(row, values);
            boolean names = values.isEmpty()
                    ? Cells.filled(rows.get(row)) > values(row)
                    : 2 * named
                            > values.stream()
                                    .filter(c -> !Cells.at(rows.get(row), c).isBlank())
                                    .count();
            if (!names) {
                if (best >= 0 || row > LOWEST) {
                    break;
                }
                dataAbove = true;
            } else if (best < 0
                    ? !dataAbove || (named > 1 && Cells.noValues(rows.get(row)))
                    : isBetter(row, named, best, bestNamed)) {
                best = row;
                bestNamed = named;
            }
        }
        return best < 0 ? -1 : lowestLine(best);
    }

    private boolean isBetter(int row, long named, int best, long bestNamed) {
        return named > 0 && named >= bestNamed && Cells.distinct(rows.get(row)) > Cells.distinct(rows.get(best));
    }

    /** A second line of the header names what the first leaves blank. */
    private int lowestLine(int header) {
        if (header + 1 >= rows.size()) {
            return header;
        }
        List<String> upper = rows.get(header);
        List<String> lower = rows.get(header + 1);
        boolean fills = IntStream.range(0, lower.size())
                .anyMatch(c -> Cells.at(upper, c).isBlank() && !lower.get(c).isBlank());
        List<Integer> values = valueColumns(header + 2);
        boolean names = !values.isEmpty() && values.stream().noneMatch(c -> Cells.isValue(Cells.at(lower, c)));
        return fills && names && Cells.noValues(lower) ? header + 1 : header;
    }

    private boolean isFull(int row) {
        return 2 * Cells.filled(rows.get(row)) >= fullest;
    }

    private long values(int row) {
        return rows.get(row).stream().filter(Cells::isValue).count();
    }

    /** The columns in which most of the full rows from a row on hold numbers or dates. */
    private List<Integer> valueColumns(int from) {
        List<List<String>> below = IntStream.range(from, rows.size())
                .filter(this::isFull)
                .mapToObj(rows::get)
                .toList();
        int width = below.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, width)
                .filter(c -> {
                    long filled = below.stream()
                            .filter(row -> !Cells.at(row, c).isBlank())
                            .count();
                    long values = below.stream()
                            .filter(row -> Cells.isValue(Cells.at(row, c)))
                            .count();
                    return 2 * values > filled;
                })
                .boxed()
                .toList();
    }

    private long named(int row, List<Integer> columns) {
        return columns.stream()
                .filter(c -> Cells.isLabel(Cells.at(rows.get(row), c)))
                .count();
    }

    /**
     * The names of the columns. A line above gives names where the header has none, or tells those apart that it repeats: Order over Number
     * and Date is Order Number, Order Date. Columns that hold something but have no name are called by their number.
     *
     * @param row from {@link #of}, not -1
     */
    static List<String> names(List<List<String>> firstRows, int row) {
        List<String> names = new ArrayList<>(firstRows.get(row));
        if (row > 0) {
            takeLineAbove(firstRows.get(row - 1), names);
        }
        List<List<String>> below = firstRows.subList(row + 1, firstRows.size());
        if (lacksNameOfRowNumbers(names, below)) {
            names.addFirst("");
        }
        for (int column = names.size() - 1; column < width(below); column++) {
            int c = column;
            long filled = below.stream().filter(r -> !Cells.at(r, c).isBlank()).count();
            if (c >= 0 && 2 * filled > below.size()) {
                while (names.size() <= c) {
                    names.add("");
                }
                names.set(c, names.get(c).isBlank() ? "Column " + (c + 1) : names.get(c));
            }
        }
        return Headers.of(names);
    }

    private static int width(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private static void takeLineAbove(List<String> above, List<String> names) {
        boolean fills = IntStream.range(0, above.size())
                .anyMatch(c -> !above.get(c).isBlank() && Cells.at(names, c).isBlank());
        boolean repeats = Cells.distinct(names) < Cells.filled(names);
        if (Cells.distinct(above) < 2 || !Cells.noValues(above) || !(fills || repeats)) {
            return;
        }
        String group = "";
        for (int c = 0; c < Math.max(names.size(), above.size()); c++) {
            if (c == names.size()) {
                names.add("");
            }
            String top = Cells.at(above, c).strip();
            boolean below = !names.get(c).isBlank();
            if (!top.isEmpty()) {
                group = below ? top : "";
            }
            if (!below) {
                names.set(c, top);
            } else if (!group.isEmpty() && !names.get(c).strip().equals(group)) {
                names.set(c, group + " " + names.get(c).strip());
            }
        }
    }

    /** R writes one name fewer than there are columns: its row numbers come first and have none. */
    private static boolean lacksNameOfRowNumbers(List<String> names, List<List<String>> below) {
        return below.size() > 1
                && names.stream().noneMatch(String::isBlank)
                && IntStream.range(0, below.size())
                        .allMatch(i -> below.get(i).size() == names.size() + 1
                                && below.get(i).getFirst().strip().equals(String.valueOf(i + 1)));
    }
}
