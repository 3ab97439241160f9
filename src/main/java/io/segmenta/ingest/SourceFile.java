package io.segmenta.ingest;

import java.io.IOException;
import java.util.List;

/** An opened file of any format and the tables in it. */
interface SourceFile extends AutoCloseable {
    List<Table> tables();

    @Override
    void close() throws IOException;
}
