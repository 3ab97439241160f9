package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Where the rows go that are not used: written beside it first, so that it is there whole or not at all. */
final class RejectsFile {
    private final Path target;

    private RejectsFile(Path target) {
        this.target = target;
    }

    /** @throws UserFacingException where no file can be made there; nothing is made yet */
    static RejectsFile at(Path target) {
        Path absolute = target.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null || Files.isDirectory(absolute)) {
            throw new UserFacingException(target + " is a folder. Name a file with --rejects.");
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UserFacingException(
                    "There is no folder " + folder + " that can be written. Choose another with --rejects.");
        }
        return new RejectsFile(absolute);
    }

    void write(Consumer<Appendable> content) {
        Path part = target.resolveSibling(
                target.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            try (Writer out = Files.newBufferedWriter(part)) {
                content.accept(out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            throw new UserFacingException(
                    "The rows that are not used could not be written to " + target
                            + ". Free some space, or choose another file with --rejects.",
                    e);
        } finally {
            delete(part);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
