package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class RaceCommandTest extends Terminal {
    /** A shop of our own under the name of a public file. */
    private void log(String header, String pattern, LocalDate from, LocalDate to) throws IOException {
        Random random = new Seed(5).random();
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 1; i <= 150; i++) {
            double gap = 10 + 80 * random.nextDouble();
            LocalDate day = from.plusDays(random.nextInt(60));
            while (!day.isAfter(to) && random.nextDouble() < 0.9) {
                lines.add(String.format(Locale.ROOT, pattern, i, day));
                day = day.plusDays(1 + (long) (gap * (random.nextDouble() + random.nextDouble())));
            }
        }
        Files.write(folder.resolve("grocery.csv"), lines);
    }

    @Test
    void everyModelRunsOnWhatIsThere() throws IOException {
        log("cust,date", "%d,%s", LocalDate.of(2006, 1, 1), LocalDate.of(2007, 12, 30));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Answer answer = does("race", elsewhere, folder, "--out", out());
        assertThat(answer.err())
                .contains("Online grocery, 52 + 52 weeks: MBG/CNBD-k", "Not run: Apparel, because apparel.csv")
                .doesNotContain("because grocery.csv");
        JsonNode lines = new ObjectMapper().readTree(out().resolve("race.json").toFile());
        List<String> models = new ArrayList<>();
        for (JsonNode line : lines) {
            assertThat(line.path("dataset").asString()).isEqualTo("Online grocery");
            assertThat(Double.isFinite(line.path("ours").asDouble())).isTrue();
            if (line.path("metric").asString().equals("mae")) {
                models.add(line.path("model").asString());
            }
            if (line.path("metric").asString().equals("auc")) {
                assertThat(line.path("published").isNull()).isTrue();
            }
        }
        assertThat(models).containsExactly("NBD", "BG/NBD", "MBG/NBD", "Pareto/NBD", "BG/CNBD-k", "MBG/CNBD-k");
        String page = Files.readString(out().resolve("race.md"));
        assertThat(page)
                .contains(
                        "## Online grocery, 52 + 52 weeks", "| MBG/NBD |", "(1.431)", "Published: BTYDplus, vignette.")
                .contains("Not run, because the file was not there: CDNOW");
    }

    @Test
    void refusesAFolderWithoutAnyOfTheFiles() {
        refuses(say("race", folder, "--out", out()), folder.toString(), "grocery.csv", "CDNOW_master.txt");
    }

    @Test
    void refusesAFileThatIsNotWhatItsNameSays() throws IOException {
        file("grocery.csv", "cust,date", "1,2006-01-01", "2,yesterday");
        refuses(say("race", folder, "--out", out()), "Line 3", "grocery.csv", "2,yesterday");
    }

    @Test
    void refusesAShopInWhichNobodyCameBackAfterTheSplit() throws IOException {
        file("grocery.csv", "cust,date", "1,2006-01-01", "2,2006-02-01", "2,2006-03-01");
        refuses(say("race", folder, "--out", out()), "nobody", "2006-12-31", "Online grocery");
    }

    @Test
    void refusesAShopInWhichNobodyBoughtTwice() throws IOException {
        file("grocery.csv", "cust,date", "1,2006-01-01", "1,2007-02-01", "2,2006-03-01");
        refuses(say("race", folder, "--out", out()), "bought twice", "Online grocery");
    }
}
