package io.segmenta;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.testing.PackagedApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user types: {@code ./segmenta}, in a folder with a blank in its name. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final int JDK_WITH_CACHE = 25;
    private static final String WRONG_NAME = "There is no file no-such.csv. Check its name and folder.";

    @TempDir
    Path folder;

    /** Where the cache of Java does not fit, Java would say so in its own words on the user's screen. */
    @Test
    void a_start_is_prepared_once_and_nothing_but_our_words_is_said() throws Exception {
        Path home = folder.resolve("a shop");
        Files.createDirectories(home.resolve("target"));
        Files.copy(Path.of("segmenta"), home.resolve("segmenta"));
        assertThat(home.resolve("segmenta").toFile().setExecutable(true)).isTrue();
        Files.copy(PackagedApp.jar(), home.resolve("target/segmenta.jar"));

        assertThat(said(home, "2g"))
                .containsExactly(
                        "segmenta: preparing a fast start (once after each build)", "Reading the file", WRONG_NAME);
        assertThat(said(home, "2g")).containsExactly("Reading the file", WRONG_NAME);
        assertThat(Files.exists(home.resolve("target/app/segmenta.aot")))
                .isEqualTo(Runtime.version().feature() >= JDK_WITH_CACHE);

        // a jar that was built since, by whomever
        Files.setLastModifiedTime(home.resolve("target/app/ready"), FileTime.from(Instant.EPOCH));
        assertThat(said(home, "2g")).hasSize(3).first().asString().contains("preparing a fast start");
        assertThat(said(home, "2g")).containsExactly("Reading the file", WRONG_NAME);

        // the pointers of so large a heap are others than those in the cache
        assertThat(said(home, "40g")).containsExactly("Reading the file", WRONG_NAME);
    }

    private static List<String> said(Path home, String heap) throws IOException, InterruptedException {
        ProcessBuilder run =
                new ProcessBuilder(new ArrayList<>(List.of("./segmenta", "run", "no-such.csv", "--out", "results")));
        run.directory(home.toFile()).redirectErrorStream(true);
        run.environment().put("SEGMENTA_HEAP", heap);
        run.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = run.start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isEqualTo(2);
        return lines;
    }
}
