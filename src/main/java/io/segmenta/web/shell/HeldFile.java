package io.segmenta.web.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An uploaded file until it is read or given up; whoever has it then closes it, which deletes it.
 *
 * @param name as the user knows it
 */
public record HeldFile(Path path, String name) implements AutoCloseable {
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
