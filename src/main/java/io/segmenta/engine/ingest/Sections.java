package io.segmenta.engine.ingest;

import io.segmenta.engine.columns.Headers;
import io.segmenta.engine.columns.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Where in a table its header comes again, and where another table begins below it. */
final class Sections {
    private static final int MOST_BREAKS = 2_000;

    /** A title or two stand above the header of a table. */
    private static final int ROWS_OF_TITLES = 4;

    private final LoadedRows rows;
    private final List<String> header;
    private final List<Integer> values;
    private final NavigableMap<Long, Part> parts = new TreeMap<>();

    /**
     * Rows that belong to another table or repeat the header.
     *
     * @param first a title above the header, or the header
     * @param header its row
     * @param end row after the last one
     * @param names of the other table; empty where it is the header of this one
     */
    record Part(long first, long header, long end, List<String> names) {}

    /** @param firstRows those below the header */
    Sections(LoadedRows rows, List<String> header, List<List<String>> firstRows) {
        this.rows = rows;
        this.header = normal(header);
        this.values = valueColumns(firstRows, header.size());
        if (!this.header.isEmpty()) {
            findRepeatedHeaders(header);
            if (!values.isEmpty()) {
                findOtherHeaders();
            }
        }
    }

    /** In the order of the rows. */
    List<Part> parts() {
        List<Part> all = new ArrayList<>();
        for (Part part : parts.values()) {
            Map.Entry<Long, Part> next = parts.higherEntry(part.header);
            long below = next == null ? rows.end() : next.getValue().first;
            all.add(new Part(part.first, part.header, part.names.isEmpty() ? part.header + 1 : below, part.names));
        }
        return all;
    }

    private void findRepeatedHeaders(List<String> raw) {
        List<Long> again = rows.with(raw);
        NavigableMap<Long, List<String>> above = rows.rows(
                again.stream().limit(MOST_BREAKS).flatMapToLong(row -> LongStream.range(row - ROWS_OF_TITLES, row)));
        for (long row : again) {
            long first = row;
            while (isTitle(above.getOrDefault(first - 1, List.of()))) {
                first--;
            }
            parts.put(row, new Part(first, row, 0, List.of()));
        }
    }

    private static boolean isTitle(List<String> cells) {
        return Cells.filled(cells) == 1 && Cells.noValues(cells);
    }

    private void findOtherHeaders() {
        rows.withWordsIn(values.subList(0, Math.min(2, values.size()))).forEach((row, cells) -> {
            if (!parts.containsKey(row) && names(cells, row) && fields(cells) > 1) {
                parts.put(row, new Part(row, row, 0, cells));
            }
        });
        long[] breaks = rows.blanks().values().stream()
                .mapToLong(last -> last + 1)
                .filter(row -> row < rows.end())
                .limit(MOST_BREAKS)
                .toArray();
        NavigableMap<Long, List<String>> near =
                rows.rows(LongStream.of(breaks).flatMap(row -> LongStream.rangeClosed(row, row + ROWS_OF_TITLES)));
        for (long row : breaks) {
            headerBelow(row, near).ifPresent(part -> parts.put(part.header, part));
        }
    }

    private Optional<Part> headerBelow(long start, NavigableMap<Long, List<String>> near) {
        for (long row = start; row < start + ROWS_OF_TITLES; row++) {
            List<String> cells = near.getOrDefault(row, List.of());
            if (normal(cells).equals(header)) {
                return Optional.of(new Part(start, row, 0, List.of()));
            }
            if (names(cells, row, near.getOrDefault(row + 1, List.of()))) {
                return Optional.of(new Part(start, row, 0, cells));
            }
            if (Cells.filled(cells) > 2 || cells.stream().filter(Cells::isValue).count() > 1) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean names(List<String> cells, long row) {
        return names(cells, row, rows.rows(LongStream.of(row + 1)).getOrDefault(row + 1, List.of()));
    }

    /** Whether the cells are the names of the values below them. */
    private boolean names(List<String> cells, long row, List<String> below) {
        if (rows.isBlank(row)
                || Cells.filled(cells) < 2
                || !Cells.noValues(cells)
                || Cells.distinct(cells) < Cells.filled(cells)) {
            return false;
        }
        List<Integer> values = IntStream.range(0, below.size())
                .filter(c -> Cells.isValue(below.get(c)))
                .boxed()
                .toList();
        return !values.isEmpty() && values.stream().allMatch(c -> Cells.isLabel(Cells.at(cells, c)));
    }

    private static int fields(List<String> cells) {
        return new TableShape(Headers.of(cells), 0).fields();
    }

    private static List<String> normal(List<String> cells) {
        List<String> normal = cells.stream().map(Vocabulary::normal).toList();
        int last = normal.size();
        while (last > 0 && normal.get(last - 1).isEmpty()) {
            last--;
        }
        return normal.subList(0, last);
    }

    /** Those of which nearly all cells begin with a figure or a sign. */
    private static List<Integer> valueColumns(List<List<String>> rows, int width) {
        return IntStream.range(0, width)
                .filter(c -> {
                    List<String> cells = rows.stream()
                            .map(row -> Cells.at(row, c))
                            .filter(cell -> !cell.isBlank())
                            .toList();
                    long plain = cells.stream()
                            .filter(cell -> Cells.isValue(cell) && cell.charAt(0) <= '9')
                            .count();
                    return !cells.isEmpty() && 10 * plain >= 9L * cells.size() && 2 * cells.size() > rows.size();
                })
                .boxed()
                .toList()
                .reversed();
    }
}
