package io.segmenta.engine.ingest.parquet;

import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The door to Parquet files, which the database of the dataset stores reads. */
public final class ParquetFiles {
    private ParquetFiles() {}

    /**
     * @param name for messages
     * @throws io.segmenta.engine.base.UserFacingException where it is damaged
     */
    public static SourceFile open(Path file, String name) throws IOException {
        try {
            List<Table> only = List.of(ParquetTable.of(file, name));
            return SourceFile.of(only);
        } catch (SQLException e) {
            throw ParquetTable.damaged(name, e);
        }
    }
}
