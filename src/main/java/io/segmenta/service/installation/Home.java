package io.segmenta.service.installation;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.UserFacingException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of an installation: who owns it, and where things lie in it. */
public final class Home implements AutoCloseable {
    /** Names of files that this process writes to {@link #temporary()}: of {@link #temporaryFile}, whatever is beside one, and uploads. */
    private static final Pattern OURS =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[.].*|upload-[0-9]+[.]part");

    /** Names of the files of datasets, see {@link #dataset}. */
    private static final Pattern DATASET = Pattern.compile("[0-9a-f]{64}[.]duckdb");

    private final Path folder;
    private final FileChannel channel;

    private Home(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder for this process until it is closed, and sweeps what an earlier process left half-made.
     *
     * @throws UserFacingException where another process has it, or it cannot be written
     */
    public static Home open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("segmenta.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                String owner = owner(channel);
                channel.close();
                throw new UserFacingException("The folder " + folder + " is in use by another Segmenta" + owner
                        + ". Stop that one, or give this one a folder of its own with segmenta.home.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            Home home = new Home(folder, channel);
            home.sweep();
            return home;
        } catch (IOException e) {
            throw new UserFacingException(
                    "The folder " + folder + " cannot be written. Choose another one with segmenta.home.", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String owner(FileChannel channel) {
        ByteBuffer pid = ByteBuffer.allocate(20);
        try {
            channel.read(pid, 0);
            return " (process " + new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII) + ")";
        } catch (IOException e) {
            // Windows refuses to read what another process has locked.
            return "";
        }
    }

    private void sweep() throws IOException {
        Files.createDirectories(datasets());
        Files.createDirectories(models());
        Files.createDirectories(temporary());
        try (Stream<Path> files = Files.list(temporary())) {
            // Whoever chose a folder with a "temp" of their own for a home keeps what is in it.
            files.filter(file -> OURS.matcher(file.getFileName().toString()).matches())
                    .forEach(Home::deleteTree);
        }
    }

    /** Where the database of runs lies; its driver adds the ending. */
    public Path database() {
        return folder.resolve("segmenta");
    }

    public Path datasets() {
        return folder.resolve("datasets");
    }

    public Path dataset(Fingerprint fingerprint) {
        return datasets().resolve(fingerprint.sha256() + ".duckdb");
    }

    /** Every file that holds a dataset, whoever knows it. */
    public List<Path> datasetFiles() throws IOException {
        try (Stream<Path> files = Files.list(datasets())) {
            return files.filter(file ->
                            DATASET.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    public Path models() {
        return folder.resolve("models");
    }

    public Path temporary() {
        return folder.resolve("temp");
    }

    /** For what the database does not know; see {@link Quarantine}. */
    Path quarantine() {
        return folder.resolve("quarantine");
    }

    /** A file that does not exist yet; what remains of it is swept at the next start. */
    public Path temporaryFile(String ending) {
        return temporary().resolve(UUID.randomUUID() + ending);
    }

    /** A dataset's file and whatever DuckDB keeps beside it, there or not. */
    public static List<Path> store(Path store) {
        return Stream.of("", ".wal", ".tmp")
                .map(ending -> store.resolveSibling(store.getFileName() + ending))
                .toList();
    }

    public static void deleteStore(Path store) {
        store(store).forEach(Home::deleteTree);
    }

    /** What a dataset takes up on disk. */
    public static long storeBytes(Path store) {
        return store(store).stream().mapToLong(Home::treeBytes).sum();
    }

    private static long treeBytes(Path root) {
        try (Stream<Path> all = Files.exists(root) ? Files.walk(root) : Stream.empty()) {
            // what a run spills there comes and goes: a file that is gone has no length
            return all.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    public static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The files of " + root + " could not all be deleted.", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
