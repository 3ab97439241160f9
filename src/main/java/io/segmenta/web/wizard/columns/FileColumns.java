package io.segmenta.web.wizard.columns;

import io.segmenta.engine.transactions.ImpliedColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of the file and its first rows.
 *
 * @param headers those that were derived when the file was read stand behind its own
 */
record FileColumns(List<String> headers, List<List<String>> rows) {
    private static final String CARRIED = ", carried down";

    /** Whether the file has no names for its columns. */
    boolean nameless() {
        return headers.getFirst().equals("Column 1");
    }

    /** That are not blank, in the order of the file. */
    Stream<String> values(String header) {
        int column = headers.indexOf(header);
        return rows.stream()
                .filter(row -> column >= 0 && column < row.size())
                .map(row -> row.get(column))
                .filter(v -> !v.isBlank());
    }

    /** How a column came to be that the file does not have itself: a key of the texts and what it is made of. */
    Optional<Origin> origin(String header) {
        if (header.endsWith(CARRIED)) {
            return Optional.of(new Origin("carried", header.substring(0, header.length() - CARRIED.length())));
        }
        if (header.equals(ImpliedColumn.ONE_PIECE.name())) {
            return Optional.of(new Origin("one", ""));
        }
        int or = header.indexOf(" or ");
        if (or > 0 && headers.contains(header.substring(0, or))) {
            return Optional.of(new Origin("named", header.substring(0, or)));
        }
        return new ImpliedColumn(header).total().filter(headers::contains).map(total -> new Origin("divided", total));
    }

    /** @param column that it was made of */
    record Origin(String key, String column) {}
}
