package io.segmenta.engine.ingest.table;

import io.segmenta.engine.transactions.CsvLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A table that is a text file by itself, which the store may read in bulk. */
public interface TextFile {
    Path file();

    /**
     * How the store can read the file, skipping the header and the rows above it; empty where its own reader would misread it.
     *
     * @param rows to skip that have any text
     * @throws IOException where the file cannot be read
     */
    Optional<CsvLayout> regular(int rows) throws IOException;
}
