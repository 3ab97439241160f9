package io.segmenta.store;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceNotes;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.service.dataset.ColumnChoice;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The list of datasets, and what was chosen for their columns. A dataset is listed only once its rows are complete in their file; runs
 * refer to it, so the database itself refuses to delete one that a run was made from, also where that run began a moment ago.
 */
@Repository
class H2Datasets implements DatasetRepository {
    private final JdbcClient jdbc;

    H2Datasets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Dataset dataset) {
        jdbc.sql("""
                        INSERT INTO dataset (sha256, name, format, headers, row_count, byte_count, added, reading)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        dataset.fingerprint().sha256(),
                        dataset.name(),
                        dataset.format(),
                        Documents.write(dataset.headers()),
                        dataset.rows(),
                        dataset.bytes(),
                        Times.stored(dataset.added()))
                .param(dataset.reading() == null ? null : Documents.write(dataset.reading()))
                .update();
    }

    @Override
    public List<Dataset> all() {
        return jdbc.sql("SELECT * FROM dataset ORDER BY added DESC, sha256")
                .query(H2Datasets::dataset)
                .list();
    }

    @Override
    public Optional<Dataset> find(Fingerprint fingerprint) {
        return jdbc.sql("SELECT * FROM dataset WHERE sha256 = ?")
                .param(fingerprint.sha256())
                .query(H2Datasets::dataset)
                .optional();
    }

    @Override
    public void rename(Fingerprint fingerprint, String name) {
        jdbc.sql("UPDATE dataset SET name = ? WHERE sha256 = ?")
                .params(name, fingerprint.sha256())
                .update();
    }

    @Override
    public void remember(List<String> headers, ColumnChoice choice, Instant when) {
        jdbc.sql("MERGE INTO column_choice (headers, choice, chosen) KEY (headers) VALUES (?, ?, ?)")
                .params(key(headers), Documents.write(choice), Times.stored(when))
                .update();
    }

    @Override
    public Optional<ColumnChoice> remembered(List<String> headers) {
        return jdbc.sql("SELECT choice FROM column_choice WHERE headers = ?")
                .param(key(headers))
                .query(String.class)
                .optional()
                .map(json -> Documents.read(json, ColumnChoice.class));
    }

    /** The same for the same headers in any order. */
    private static String key(List<String> headers) {
        return Fingerprint.of(Documents.write(headers.stream().sorted().toList()))
                .sha256();
    }

    @Override
    public void remember(SourceCatalogue catalogue, SourceOptions options, Instant when) {
        jdbc.sql("MERGE INTO source_choice (tables, options, chosen) KEY (tables) VALUES (?, ?, ?)")
                .params(key(catalogue), Documents.write(options), Times.stored(when))
                .update();
    }

    @Override
    public Optional<SourceOptions> remembered(SourceCatalogue catalogue) {
        return jdbc.sql("SELECT options FROM source_choice WHERE tables = ?")
                .param(key(catalogue))
                .query(String.class)
                .optional()
                .map(json -> Documents.read(json, SourceOptions.class));
    }

    /** The same for the same tables in any order, whatever they are called. */
    private static String key(SourceCatalogue catalogue) {
        return key(
                catalogue.tables().stream().map(table -> key(table.headers())).toList());
    }

    @Override
    public boolean delete(Fingerprint fingerprint) {
        try {
            jdbc.sql("DELETE FROM dataset WHERE sha256 = ?")
                    .param(fingerprint.sha256())
                    .update();
            return true;
        } catch (DataIntegrityViolationException madeFromIt) {
            return false;
        }
    }

    private static Dataset dataset(ResultSet row, int number) throws SQLException {
        String reading = row.getString("reading");
        return new Dataset(
                new Fingerprint(row.getString("sha256")),
                row.getString("name"),
                row.getString("format"),
                List.of(Documents.read(row.getString("headers"), String[].class)),
                row.getLong("row_count"),
                row.getLong("byte_count"),
                Times.required(row, "added"),
                reading == null ? null : Documents.read(reading, SourceNotes.class));
    }
}
