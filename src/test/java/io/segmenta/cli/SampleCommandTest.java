package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SampleCommandTest extends Terminal {
    @Test
    void refusesAFolderThatIsNotThere() {
        refuses(say("sample", "--out", folder.resolve("no/such/folder.csv")), "folder.csv");
    }

    @Test
    void theSampleIsTheSameForASeed() throws IOException {
        say("sample", "--customers", 50, "--seed", 1, "--out", folder.resolve("a.csv"));
        say("sample", "--customers", 50, "--seed", 1, "--out", folder.resolve("b.csv"));
        say("sample", "--customers", 50, "--seed", 2, "--out", folder.resolve("c.csv"));
        assertThat(folder.resolve("a.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(Files.mismatch(folder.resolve("a.csv"), folder.resolve("c.csv")))
                .isNotNegative();
    }
}
