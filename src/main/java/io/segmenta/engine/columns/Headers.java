package io.segmenta.engine.columns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The names of a table's columns: unique, never blank. */
public final class Headers {
    private Headers() {}

    /** Blank names at the end are dropped, other blank names become "Column 3", a repeated name gets its number: "Price (2)". */
    public static List<String> of(List<String> cells) {
        int last = cells.size();
        while (last > 0 && cells.get(last - 1).isBlank()) {
            last--;
        }
        List<String> headers = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < last; i++) {
            String name = clean(cells.get(i));
            String base = name.isEmpty() ? "Column " + (i + 1) : name;
            String unique = base;
            for (int n = 2; !taken.add(unique); n++) {
                unique = base + " (" + n + ")";
            }
            headers.add(unique);
        }
        return headers;
    }

    /** For a table without a header. */
    public static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(i -> "Column " + i).toList();
    }

    private static String clean(String cell) {
        return cell.replaceAll("[\\p{Cntrl}\\s\\uFEFF\\u00A0]+", " ").strip();
    }
}
