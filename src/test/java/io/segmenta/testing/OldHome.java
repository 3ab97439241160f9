package io.segmenta.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A home that an earlier version wrote, unpacked to be opened by this one. How it was made is in {@code homes/README.md}. */
public record OldHome(Path folder) {
    private static final String NAME = "/homes/0.1.0";

    /** A copy of its own for whoever asks. */
    public static OldHome unpack(Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(resource(".zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
        return new OldHome(folder);
    }

    private static InputStream resource(String ending) {
        return Objects.requireNonNull(OldHome.class.getResourceAsStream(NAME + ending), NAME + ending);
    }

    /** The value of {@code segmenta.home}. */
    public Path home() {
        return folder.resolve("home");
    }

    /** The document of a run's model. */
    public Path model(int run) {
        return home().resolve("models").resolve(run + ".json");
    }

    /** The rows of another shop. */
    public Path shop() {
        return folder.resolve("shop.csv");
    }

    /** What the earlier version made of {@link #shop} with {@link #model}; there for runs 1, 4, 5 and 6. */
    public Path scored(int run) {
        return folder.resolve("scored-" + run + ".csv");
    }

    /** What the earlier version wrote down of its home. */
    public static List<String> notes() throws IOException {
        try (InputStream in = resource(".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
