package io.segmenta.engine.ingest.table;

import java.io.IOException;
import java.util.List;

/** An opened file of any format and the tables in it. */
public interface SourceFile extends AutoCloseable {
    List<Table> tables();

    @Override
    void close() throws IOException;
}
