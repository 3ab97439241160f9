package io.segmenta.service.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void onlyItsOwnUnfinishedFilesAreSwept() throws IOException {
        Path upload;
        Path reading;
        Path beside;
        Path foreign;
        try (Home home = Home.open(folder)) {
            upload = Files.createTempFile(home.temporary(), "upload-", ".part");
            reading = Files.writeString(home.temporaryFile(".duckdb"), "half");
            beside = Files.createDirectory(reading.resolveSibling(reading.getFileName() + ".reading"));
            Files.writeString(beside.resolve("part-0"), "half");
            foreign = Files.writeString(home.temporary().resolve("thesis.doc"), "years of work");
        }
        Home.open(folder).close();

        assertThat(upload).doesNotExist();
        assertThat(reading).doesNotExist();
        assertThat(beside).doesNotExist();
        assertThat(foreign).hasContent("years of work");
    }
}
