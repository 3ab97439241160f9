package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run --tune} and the settings of single algorithms. */
class TuneOptionsTest extends Terminal {
    private Answer run(Path file, Object... options) {
        return say(Stream.concat(Stream.of("run", file, "--out", out()), Arrays.stream(options))
                .toArray());
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(out().resolve("run.json").toFile());
    }

    @Test
    void everyTrialIsWrittenAndTheBestIsTheRun() {
        Answer answer = run(sample(300), "--tune", 4);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("best of 12 trials");
        JsonNode run = json();
        assertThat(run.get("tuning").get("objective").asString()).isEqualTo("usable");
        assertThat(run.get("tuning").get("complete").asBoolean()).isTrue();
        assertThat(run.get("trials")).hasSize(12);
        double best = 0;
        for (JsonNode trial : run.get("trials")) {
            assertThat(trial.propertyNames())
                    .containsExactly(
                            "number",
                            "hyperparameters",
                            "silhouette",
                            "sizes",
                            "seconds",
                            "feasible",
                            "reason",
                            "remembered");
            boolean usable = smallestShare(trial) >= 0.02;
            assertThat(trial.get("feasible").asBoolean())
                    .as(trial.toString())
                    .isEqualTo(usable)
                    .isEqualTo(trial.get("reason").asString().isEmpty());
            if (usable) {
                best = Math.max(best, trial.get("silhouette").asDouble());
            }
        }
        assertThat(run.get("metrics").get("silhouette").asDouble()).isEqualTo(best);
        JsonNode winner = run.get("trials").get(run.get("tuning").get("best").asInt() - 1);
        assertThat(winner.get("silhouette").asDouble()).isEqualTo(best);
        assertThat(run.get("model").get("hyperparameters")).isEqualTo(winner.get("hyperparameters"));
        for (JsonNode segment : run.get("segments")) {
            assertThat(segment.get("share").asDouble()).isGreaterThanOrEqualTo(0.02);
        }
        assertThat(run.get("stability").get("segments"))
                .hasSize(run.get("segments").size());
        assertThat(run.get("stability").get("mean").asDouble())
                .isCloseTo(
                        StreamSupport.stream(
                                        run.get("stability").get("segments").spliterator(), false)
                                .mapToDouble(segment -> segment.get("jaccard").asDouble())
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    private static double smallestShare(JsonNode trial) {
        IntSummaryStatistics sizes = StreamSupport.stream(trial.get("sizes").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .summaryStatistics();
        return (double) sizes.getMin() / sizes.getSum();
    }

    @Test
    void theEngineIsChosenAndSaid() {
        Path shop = sample(300);
        JsonNode usual = model(run(shop), "made by Weka");
        assertThat(usual.get("hyperparameters").get("method").asString()).isEqualTo("ELKAN");
        assertThat(model(run(shop, "--engine", "weka"), "made by Weka")
                        .get("hyperparameters")
                        .get("method")
                        .asString())
                .isEqualTo("LLOYD");
        assertThat(model(run(shop, "--engine", "segmenta"), "made by Segmenta")
                        .get("hyperparameters")
                        .get("engine")
                        .asString())
                .isEqualTo("SEGMENTA");
        model(run(shop, "--algorithm", "gmm", "--covariance", "diag", "--engine", "weka"), "made by Weka");
        model(run(shop, "--algorithm", "agglomerative", "--linkage", "single", "--engine", "weka"), "made by Weka");
        model(run(shop, "--algorithm", "agglomerative"), "made by Segmenta");
    }

    private JsonNode model(Answer answer, String said) {
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).contains(said);
        JsonNode model = json().get("model");
        assertThat(said).endsWithIgnoringCase(model.get("engine").asString());
        return model;
    }

    @Test
    void whatWekasEngineDoesNotKnowIsRefused() {
        Path shop = sample(300);
        refuses(run(shop, "--algorithm", "agglomerative", "--engine", "weka"), "Ward", "engine Segmenta");
        refuses(run(shop, "--algorithm", "gmm", "--engine", "weka"), "diag", "engine Segmenta");
        refuses(run(shop, "--engine", "scipy"), "scipy", "segmenta, weka");
    }

    @Test
    void aSearchTriesWekasEnginesWhereAsked() {
        Path shop = sample(300);
        assertThat(run(shop, "--tune", 6, "--engine", "weka").code()).isZero();
        assertThat(json().get("trials").toString()).contains("\"LLOYD\"");
        assertThat(run(shop, "--tune", 6).code()).isZero();
        assertThat(json().get("trials").toString()).doesNotContain("WEKA", "LLOYD");
    }

    @Test
    void theSameSeedTriesTheSameSettings() {
        Path shop = sample(300);
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            assertThat(run(shop, "--tune", 3, "--algorithm", "kmeans,gmm", "--seed", 5)
                            .code())
                    .isZero();
            StringBuilder said = new StringBuilder(json().get("model").toString());
            json().get("trials")
                    .forEach(trial -> said.append(trial.get("hyperparameters"))
                            .append(trial.get("silhouette"))
                            .append(trial.get("sizes")));
            runs.add(said.toString());
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).doesNotContain("agglomerative");
    }

    @Test
    void onlyTheRangeIsTried() {
        assertThat(run(
                                sample(300),
                                "--tune",
                                5,
                                "--algorithm",
                                "kmeans",
                                "--clusters-from",
                                6,
                                "--clusters-to",
                                7,
                                "--floor",
                                0)
                        .code())
                .isZero();
        for (JsonNode trial : json().get("trials")) {
            assertThat(trial.get("hyperparameters").get("clusters").asInt()).isBetween(6, 7);
        }
    }

    @Test
    void whereNothingIsUsableItSaysSo() {
        refuses(
                run(sample(300), "--tune", 3, "--algorithm", "kmeans", "--floor", 50),
                "None of the 3 settings tried gave segments of at least 50.0 % of the customers each",
                "Allow smaller segments");
    }

    @Test
    void equalCustomersCannotBeTuned() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int customer = 1; customer <= 20; customer++) {
            lines.add(customer + "," + customer + ",P1,2024-03-01,1,2.50");
        }
        refuses(run(Files.write(folder.resolve("equal.csv"), lines), "--tune", 3), "All 20 customers are equal");
    }

    @Test
    void oneCustomerCannotBeTuned() throws IOException {
        Path file = Files.write(folder.resolve("one.csv"), List.of(HEADER, "1,1,P1,2024-03-01,1,2.50"));
        refuses(run(file, "--tune", 3), "larger than the number of customers (1)");
    }

    @Test
    void threeCustomersCannotBeFourSegmentsButTunedToThree() throws IOException {
        Path file = Files.write(
                folder.resolve("three.csv"),
                List.of(
                        HEADER,
                        "1,1,P1,2024-03-01,1,2.50",
                        "2,2,P1,2024-04-01,5,2.50",
                        "2,3,P1,2024-05-01,5,2.50",
                        "3,4,P1,2024-01-01,50,9.00"));
        refuses(run(file, "--tune", 3, "--clusters-from", 4), "larger than the number of customers (3)");
        Answer answer = run(file, "--tune", 3);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(json().get("segments")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "agglomerative, --linkage, average, AVERAGE",
        "agglomerative, --linkage, single, SINGLE",
        "gmm, --covariance, spherical, SPHERICAL"
    })
    void settingsOfOneAlgorithmReachIt(String algorithm, String option, String value, String found) {
        assertThat(run(sample(300), "--algorithm", algorithm, "--clusters", 3, option, value)
                        .code())
                .isZero();
        assertThat(json().get("model")
                        .get("hyperparameters")
                        .get(option.substring(2))
                        .asString())
                .isEqualTo(found);
        assertThat(json().has("trials")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tune 0                            | The number of trials (0) must be between 1 and 300",
                "--tune 301                          | The number of trials (301)",
                "--tune 5 --objective best           | The objective \"best\" is not known. Choose one of: silhouette, usable",
                "--tune 5 --clusters 4               | The option --clusters (4) decides what --tune searches for",
                "--tune 5 --linkage ward             | The option --linkage (ward)",
                "--tune 5 --covariance full          | The option --covariance (full)",
                "--tune 5 --clusters-from 5 --clusters-to 4 | The number of segments to try (5 to 4)",
                "--tune 5 --floor 60                 | The least share of customers in a segment",
                "--tune 5 --time-limit 0             | The time for tuning",
                "--tune 5 --algorithm kmeans,kmeans  | each only once",
                "--tune 5 --algorithm kmeans,dbscan  | The algorithm \"dbscan\" is not known",
                "--objective usable                  | The option --objective belongs to a search. Add --tune 20",
                "--time-limit 5                      | The option --time-limit belongs to a search",
                "--linkage ward                      | The option --linkage (ward) belongs to hierarchical clustering",
                "--algorithm all                     | The algorithm \"all\" is not known",
                "--algorithm gmm --covariance round  | The covariance \"round\" is not known. Choose one of: full, tied, diag, spherical"
            })
    void refusesWhatCannotBe(String options, String sentence) {
        refuses(run(folder.resolve("never-read.csv"), (Object[]) options.split(" ")), sentence);
    }
}
