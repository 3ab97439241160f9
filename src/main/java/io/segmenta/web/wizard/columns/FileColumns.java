package io.segmenta.web.wizard.columns;

import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.transactions.ColumnName;
import io.segmenta.engine.transactions.DerivedColumn.CarriedDown;
import io.segmenta.engine.transactions.DerivedColumn.FirstOf;
import io.segmenta.engine.transactions.DerivedColumn.OnePiece;
import io.segmenta.engine.transactions.DerivedColumn.PiecePrice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of the file and its first rows.
 *
 * @param headers those that were derived when the file was read stand behind its own
 */
record FileColumns(List<String> headers, List<List<String>> rows) {
    /** Whether the file has no names for its columns. */
    boolean nameless() {
        return MappingProposal.nameless(headers);
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
        return new ColumnName(header, headers).derived().flatMap(derived -> switch (derived) {
            case CarriedDown carried -> Optional.of(new Origin("carried", carried.column()));
            case FirstOf named -> Optional.of(new Origin("named", named.first()));
            case PiecePrice divided ->
                Optional.of(new Origin("divided", divided.total())).filter(of -> headers.contains(of.column()));
            case OnePiece one -> Optional.of(new Origin("one", ""));
            default -> Optional.empty();
        });
    }

    /** @param column that it was made of */
    record Origin(String key, String column) {}
}
