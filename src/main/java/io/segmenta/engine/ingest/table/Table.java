package io.segmenta.engine.ingest.table;

import io.segmenta.engine.base.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One table inside a file: a CSV file, a sheet of a workbook, a table of a database. */
public interface Table {
    /** Tells it from the others of the same file; empty where a file can hold but one. */
    String name();

    /** For people: "CSV, comma, UTF-8". */
    String format();

    /** The first rows that have any text, the header among them; none where the table is empty. */
    List<List<String>> firstRows();

    /** About how many rows there are, where that can be told without reading them; for people. */
    default OptionalLong rows() {
        return OptionalLong.empty();
    }

    /** Sentences on what of it is not read, for whoever brought the file. */
    default List<String> notes() {
        return List.of();
    }

    /** What its text is written in, where only its words could decide that or it was chosen. */
    default Optional<String> encoding() {
        return Optional.empty();
    }

    /** The table as a delimited text file, where it is one, which the store may read by itself. */
    default Optional<TextFile> text() {
        return Optional.empty();
    }

    /**
     * All rows, the header among them, to the handler, on the calling thread.
     *
     * @throws IOException where the file cannot be read to its end
     * @throws io.segmenta.engine.base.UserFacingException where what is read is no table, such as a cell without end
     * @throws io.segmenta.engine.base.CancelledException where the progress is cancelled
     */
    void scan(RowHandler handler, Progress progress) throws IOException;
}
