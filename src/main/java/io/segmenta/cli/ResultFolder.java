package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where results go: they are written beside it and moved into it when all of them are whole. */
final class ResultFolder {
    private final Path target;

    private ResultFolder(Path target) {
        this.target = target;
    }

    /** @throws UserFacingException where it cannot become a folder; nothing is made yet */
    static ResultFolder at(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        for (Path path = absolute; path != null; path = path.getParent()) {
            if (Files.isDirectory(path)) {
                if (!Files.isWritable(path)) {
                    throw new UserFacingException(
                            "The folder " + path + " cannot be written. Choose another with --out.");
                }
                return new ResultFolder(absolute);
            }
            if (Files.exists(path)) {
                throw new UserFacingException(path + " is a file, not a folder. Choose another with --out.");
            }
        }
        return new ResultFolder(absolute);
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    interface Part {
        void file(String name, Content content) throws IOException;
    }

    interface Contents {
        void writeTo(Part part) throws IOException;
    }

    void write(Contents contents) {
        Path part = target.resolveSibling(
                target.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(part);
            try {
                contents.writeTo((name, content) -> {
                    try (OutputStream out =
                            new BufferedOutputStream(Files.newOutputStream(part.resolve(name)), 1 << 16)) {
                        content.writeTo(out);
                    }
                });
                move(part);
            } finally {
                delete(part);
            }
        } catch (IOException e) {
            throw new UserFacingException(
                    "The results could not be written to " + target + " (" + e.getMessage()
                            + "). Free some space, or choose another folder with --out.",
                    e);
        }
    }

    private void move(Path part) throws IOException {
        if (!Files.exists(target)) {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        for (Path file : files(part)) {
            Files.move(
                    file,
                    target.resolve(file.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
