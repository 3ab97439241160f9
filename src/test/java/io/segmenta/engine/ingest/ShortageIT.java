package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Child;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is short of memory gets through; one that is short of disk says so, cleans up and goes on. */
class ShortageIT {
    private static final int MEBIBYTES = 64;

    /** More than there are processors: some are always held up with what they took, as on a machine that is busy with other work. */
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    private Path orders(int rows) {
        Path csv = folder.resolve("orders.csv");
        try (TransactionStore store = TransactionStore.open(folder.resolve("maker.duckdb"), new StoreLimits(256, 2))) {
            store.execute("COPY (SELECT 'C' || (i * 7919 % 20000) AS CustomerID, 'I' || i // 4 AS InvoiceID,"
                    + " md5(i::VARCHAR) AS ProductID, 'an article that is called ' || md5((i + 1)::VARCHAR) AS Description,"
                    + " TIMESTAMP '2024-01-01' + to_minutes((i // 8)::BIGINT) AS InvoiceDate, 1 + i % 9 AS Quantity,"
                    + " 0.5 + i % 100 AS UnitPrice FROM range(" + rows + ") t(i)) TO '" + csv
                    + "' (FORMAT csv, HEADER)");
        }
        return csv;
    }

    @Test
    void a_file_larger_than_all_memory_goes_through() throws Exception {
        int rows = 1_500_000;
        Path csv = orders(rows);
        assertThat(Files.size(csv)).isGreaterThan((2L * MEBIBYTES) << 20);
        try (Child child = Child.withHeap(MEBIBYTES, Features.class, csv, folder.resolve("rows.duckdb"))) {
            assertThat(child.await(line -> line.startsWith("done ")))
                    .isEqualTo("done " + rows + " rows, " + rows + " kept, 20000 customers");
        }
    }

    @Test
    void a_disk_that_fills_up_is_told_and_the_next_file_is_read() throws Exception {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "prlimit"))),
                "Skipped: prlimit of util-linux is not there to make a disk look full.");
        Path csv = orders(300_000);
        Path gz = folder.resolve("orders.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gz));
                InputStream in = Files.newInputStream(csv)) {
            in.transferTo(out);
        }
        Path small = Files.writeString(folder.resolve("small.csv"), "a,b\n1,2\n");
        int mebibytes = 8;
        assertThat(Files.size(csv)).isGreaterThan((2L * mebibytes) << 20);
        try (Child child = Child.start(Reads.class, mebibytes, folder, small, csv, gz, small)) {
            assertThat(child.await(line -> true)).isEqualTo("read 1");
            assertThat(child.await(line -> true)).startsWith("refused").contains("disk space");
            assertThat(child.await(line -> true)).startsWith("refused").contains("disk space");
            assertThat(child.await(line -> true)).isEqualTo("read 1");
        }
    }

    /** Describes the customers of a file within little memory. */
    static final class Features {
        private Features() {}

        public static void main(String[] arguments) {
            try (TransactionStore store =
                    TransactionStore.open(Path.of(arguments[1]), new StoreLimits(MEBIBYTES, THREADS))) {
                long read = DatasetReader.read(Path.of(arguments[0]), "orders.csv", store, Progress.SILENT)
                        .rows();
                MappingProposal proposal = ColumnMapper.propose(store);
                Map<Field, String> headers = new EnumMap<>(Field.class);
                proposal.suggestions().forEach((field, s) -> s.header().ifPresent(h -> headers.put(field, h)));
                ColumnMapping mapping = new ColumnMapping(headers, Objects.requireNonNull(proposal.dateOrder()));
                CleaningRules rules = CleaningRules.defaults();
                long kept = Cleaner.clean(store, mapping, rules, LocalDate.of(2030, 1, 1), Progress.SILENT)
                        .rowsKept();
                int customers =
                        FeatureExtractor.extract(store, null, Progress.SILENT).customers();
                System.out.println("done " + read + " rows, " + kept + " kept, " + customers + " customers");
            }
        }
    }

    /** Reads one file after the other and tells what became of each; after the first no file of its own may grow beyond a size. */
    static final class Reads {
        private Reads() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            for (int i = 2; i < arguments.length; i++) {
                read(Path.of(arguments[1]), Path.of(arguments[i]));
                limitFiles(Long.parseLong(arguments[0]) << 20);
            }
        }

        /** What a process meets on a full disk. Not before its libraries are unpacked. */
        private static void limitFiles(long bytes) throws IOException, InterruptedException {
            String self = String.valueOf(ProcessHandle.current().pid());
            new ProcessBuilder("prlimit", "--pid", self, "--fsize=" + bytes)
                    .inheritIO()
                    .start()
                    .waitFor();
        }

        private static void read(Path folder, Path file) throws IOException {
            Path work = Files.createTempDirectory(folder, "work");
            try (TransactionStore store = TransactionStore.open(work.resolve("rows.duckdb"), new StoreLimits(128, 2))) {
                long rows = DatasetReader.read(file, "orders", store, Progress.SILENT)
                        .rows();
                System.out.println("read " + rows);
            } catch (UserFacingException e) {
                try (Stream<Path> left = Files.list(work)) {
                    boolean tidy = left.allMatch(f -> f.getFileName().toString().startsWith("rows.duckdb"));
                    System.out.println((tidy ? "refused " : "left behind ") + e.getMessage());
                }
            }
        }
    }
}
