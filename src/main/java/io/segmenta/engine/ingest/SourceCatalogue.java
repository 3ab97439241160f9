package io.segmenta.engine.ingest;

import java.util.List;
import java.util.OptionalLong;

/**
 * What can be read from a file: its sheets, the files in an archive, the tables of a database.
 *
 * @param tables those that hold rows, in the order of the file
 */
public record SourceCatalogue(List<Choice> tables) {
    /** Whether there is nothing to ask: one table, whose first row names columns that orders have. */
    public boolean evident() {
        return tables.size() == 1
                && tables.getFirst().named()
                && tables.getFirst().fields() > 0;
    }

    /**
     * @param name what {@link SourceOptions#tables()} calls it; unique
     * @param format for people: "Excel, sheet Orders"
     * @param named whether a row of the file names the columns
     * @param fields how many of the required fields are recognised by their headers
     * @param rows about how many there are, exactly where there are fewer than fifty; empty where only reading them all would tell
     * @param firstRows up to fifty, the header not among them
     * @param proposed whether the reader would read it when left to itself
     */
    public record Choice(
            String name,
            String format,
            List<String> headers,
            boolean named,
            int fields,
            OptionalLong rows,
            List<List<String>> firstRows,
            boolean proposed) {
        /** Whether the rows of both can stand in one table. */
        public boolean fits(Choice other) {
            return new TableShape(headers, 0).fits(new TableShape(other.headers, 0));
        }
    }
}
