package io.segmenta.ingest;

import java.util.List;

/**
 * What can be read from a file: its sheets, the files in an archive, the tables of a database.
 *
 * @param tables those that hold rows, in the order of the file
 */
public record SourceCatalogue(List<Choice> tables) {
    /**
     * @param name what {@link SourceOptions#tables()} calls it; unique
     * @param format for people: "Excel, sheet Orders"
     * @param firstRows up to fifty, the header not among them
     * @param proposed whether the reader would read it when left to itself
     */
    public record Choice(
            String name, String format, List<String> headers, List<List<String>> firstRows, boolean proposed) {}
}
