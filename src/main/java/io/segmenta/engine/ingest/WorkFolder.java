package io.segmenta.engine.ingest;

import io.segmenta.engine.ingest.table.Unpacking;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder beside the store for what is unpacked while reading; closing it leaves nothing behind, opening it clears what a crash left. */
final class WorkFolder implements AutoCloseable {
    private final Path folder;
    private int files;

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    static WorkFolder beside(Path store) throws IOException {
        WorkFolder work = new WorkFolder(store.resolveSibling(store.getFileName() + ".reading"));
        work.close();
        Files.createDirectories(work.folder);
        return work;
    }

    /** A new file; names from inside an archive never become paths. */
    Path newFile() {
        return folder.resolve("part-" + files++);
    }

    /** Unpacks a stream into a new file, refusing what grows beyond all proportion. */
    Path unpack(InputStream in, Unpacking limit) throws IOException {
        Path file = newFile();
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                limit.add(n);
                out.write(buffer, 0, n);
            }
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
