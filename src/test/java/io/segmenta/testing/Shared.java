package io.segmenta.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The reference data beside the project; tests that need it are skipped, saying so, where it is absent. */
public final class Shared {
    private static final Path ROOT = Path.of(Optional.ofNullable(System.getProperty("segmenta.shared"))
            .or(() -> Optional.ofNullable(System.getenv("SEGMENTA_SHARED")))
            .orElse("../shared"));

    private Shared() {}

    /** @param relative for example "golden/online_retail.json" */
    public static Path path(String relative) {
        Path path = ROOT.resolve(relative);
        Assumptions.assumeTrue(
                Files.exists(path),
                () -> "Skipped: " + path.toAbsolutePath().normalize()
                        + " is not there; set -Dsegmenta.shared to the folder of the reference data.");
        return path;
    }
}
