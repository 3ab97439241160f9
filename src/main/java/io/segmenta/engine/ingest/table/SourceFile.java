package io.segmenta.engine.ingest.table;

import java.io.IOException;
import java.util.List;

/** An opened file of any format and the tables in it. */
public interface SourceFile extends AutoCloseable {
    List<Table> tables();

    /** Of tables that open the file anew for each scan: there is nothing to close. */
    static SourceFile of(List<Table> tables) {
        return new SourceFile() {
            @Override
            public List<Table> tables() {
                return tables;
            }

            @Override
            public void close() {
                // each scan closes what it opened
            }
        };
    }

    @Override
    void close() throws IOException;
}
