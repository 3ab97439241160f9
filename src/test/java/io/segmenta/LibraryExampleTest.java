package io.segmenta;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.features.FeatureTransformer;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.Transformed;
import io.segmenta.engine.ingest.DatasetReader;
import io.segmenta.engine.rhythm.Standings;
import io.segmenta.engine.segment.NameTest;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.segment.Segmentation;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine as a library: from a file of transactions to segments, without a server. The README quotes {@link #segments}; this test keeps
 * it true.
 */
class LibraryExampleTest {
    /**
     * Reads a file, cleans it, describes its customers and divides them into five segments.
     *
     * @param file CSV, XLSX, XLS, SQLite, or a ZIP or gz of these
     * @param store where the rows are kept meanwhile; a file that does not exist yet
     * @return by persona, the best customers first
     */
    static List<Segment> segments(Path file, Path store, LocalDate today) {
        Seed seed = new Seed(42);
        Progress quiet = Progress.SILENT;
        try (TransactionStore rows = TransactionStore.open(store, StoreLimits.defaults())) {
            DatasetReader.read(file, file.toString(), rows, quiet);
            ColumnMapping columns = ColumnMapper.propose(rows).mapping();
            Cleaner.clean(rows, columns, CleaningRules.defaults(), today, quiet);
            CustomerFeatures customers = FeatureExtractor.extract(rows, null, quiet);
            Transformed matrix = FeatureTransformer.fit(customers, TransformSettings.defaults(), seed, quiet);
            Clustering clusters = Clusterers.fit(matrix.matrix(), KMeansParameters.of(5), seed, quiet);
            int[] groups = clusters.labels();
            Standings standings = Standings.of(rows, customers.snapshot());
            NameTest names = NameTest.of(customers, standings, matrix.rows(), groups, clusters.clusters());
            return Segmentation.describe(customers, matrix.rows(), groups, clusters.clusters(), names);
        }
    }

    @Test
    void aFileBecomesSegments(@TempDir Path folder) {
        List<Segment> segments = segments(
                Path.of("data/sample-transactions.csv"), folder.resolve("rows.duckdb"), LocalDate.of(2026, 1, 1));
        assertThat(segments).hasSize(5).isSortedAccordingTo(comparing(Segment::persona));
        assertThat(segments.stream().mapToDouble(Segment::share).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void theReadmeQuotesIt() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/segmenta/LibraryExampleTest.java"));
        String body = source.substring(source.indexOf("        Seed seed ="), source.indexOf("    }\n\n    @Test"))
                .stripTrailing()
                .stripIndent()
                .strip();
        assertThat(Files.readString(Path.of("README.md"))).contains(body);
    }
}
