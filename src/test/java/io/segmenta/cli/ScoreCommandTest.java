package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.testing.OldHome;
import io.segmenta.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScoreCommandTest extends Terminal {
    private Path model(Path shop, Object... more) {
        Path out = folder.resolve("run");
        does(Stream.concat(Stream.of("run", shop, "--out", out, "--clusters", 4), Stream.of(more))
                .toArray());
        return out.resolve("model.json");
    }

    private Path score(Path model, Path data, Object... more) {
        Path out = out();
        does(Stream.concat(Stream.of("score", "--model", model, "--data", data, "--out", out), Stream.of(more))
                .toArray());
        return out;
    }

    private static Map<String, String> column(Path csv, String name) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        int place = List.of(lines.getFirst().split(",")).indexOf(name);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[place]));
    }

    private static JsonNode json(Path file) {
        return JsonMapper.shared().readTree(file.toFile());
    }

    /** How many of the run's own customers come into another segment when its file is scored. */
    private long moved(Path model, Path scored) throws IOException {
        Map<String, String> before = column(model.resolveSibling("customers.csv"), "cluster");
        Map<String, String> after = column(scored.resolve("customers.csv"), "cluster");
        assertThat(after.keySet()).isEqualTo(before.keySet());
        return before.entrySet().stream()
                .filter(customer -> !customer.getValue().equals(after.get(customer.getKey())))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmeans", "gmm"})
    void theTrainingFileGetsItsOwnLabels(String algorithm) throws IOException {
        Path shop = sample(300);
        Path model = model(shop, "--algorithm", algorithm);
        Path scored = score(model, shop);
        assertThat(moved(model, scored)).isZero();
        assertThat(column(scored.resolve("customers.csv"), "segment"))
                .isEqualTo(column(model.resolveSibling("customers.csv"), "segment"));
        assertThat(json(scored.resolve("score.json")).get("segments"))
                .allSatisfy(segment -> assertThat(segment.get("share").asDouble())
                        .isEqualTo(segment.get("trainingShare").asDouble()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6})
    void aModelOfTheVersionBeforeGivesTheSameRows(int run) throws IOException {
        OldHome old = OldHome.unpack(folder.resolve("old"));
        Path scored = score(old.model(run), old.shop());
        assertThat(scored.resolve("customers.csv")).hasSameTextualContentAs(old.scored(run));
    }

    @Test
    void aHierarchyAssignsByTheNearestCentreAndSaysSo() throws IOException {
        Path shop = sample(300);
        Path model = model(shop, "--algorithm", "agglomerative");
        Path scored = score(model, shop);
        int customers = json(scored.resolve("score.json")).get("customers").asInt();
        assertThat(moved(model, scored)).isPositive().isLessThan(customers / 4);
        assertThat(json(scored.resolve("score.json")).get("notes").toString()).contains("nearest centre");
    }

    @Test
    void aCustomerIsAssignedAloneAsAmongTheOthers() throws IOException {
        Path shop = sample(300);
        Path model = model(shop);
        Map<String, String> before = column(model.resolveSibling("customers.csv"), "cluster");
        String snapshot = json(model.resolveSibling("run.json"))
                .get("features")
                .get("snapshot")
                .asString();
        List<String> lines = Files.readAllLines(shop);
        int customer = List.of(lines.getFirst().split(",")).indexOf("CustomerID");
        Function<String, String> id = line -> line.split(",", -1)[customer];
        String chosen = lines.stream()
                .skip(1)
                .map(id)
                .filter(before::containsKey)
                .findFirst()
                .orElseThrow();
        Path alone = Files.write(
                folder.resolve("alone.csv"),
                Stream.concat(
                                lines.stream().limit(1),
                                lines.stream()
                                        .skip(1)
                                        .filter(line -> id.apply(line).equals(chosen)))
                        .toList());
        Path scored = score(model, alone, "--snapshot", snapshot);
        assertThat(column(scored.resolve("customers.csv"), "cluster")).isEqualTo(Map.of(chosen, before.get(chosen)));
        assertThat(json(scored.resolve("score.json")).get("snapshot").asString())
                .isEqualTo(snapshot);
    }

    @Test
    void theSnapshotIsTheDayAfterTheLastPurchaseUnlessItIsSaid() {
        Path shop = sample(300);
        Path model = model(shop);
        Path scored = score(model, shop);
        assertThat(json(scored.resolve("score.json")).get("snapshot"))
                .isEqualTo(
                        json(model.resolveSibling("run.json")).get("features").get("snapshot"));
        Answer early = say(
                "score",
                "--model",
                model,
                "--data",
                shop,
                "--out",
                folder.resolve("early"),
                "--snapshot",
                "2001-01-01");
        assertThat(early.code()).isEqualTo(2);
        assertThat(early.err()).contains("2001-01-01", "after the last purchase");
        assertThat(folder.resolve("early")).doesNotExist();
    }

    @Test
    void aModelSaysHowMuchOneBelongsToAMixture() throws IOException {
        Path shop = sample(300);
        Path scored = score(model(shop, "--algorithm", "gmm"), shop);
        assertThat(column(scored.resolve("customers.csv"), "membership").values())
                .allSatisfy(
                        membership -> assertThat(Double.parseDouble(membership)).isBetween(0.25, 1.0));
    }

    @Test
    void whatIsNoModelIsRefusedInASentence() throws IOException {
        Path shop = sample(300);
        Path model = model(shop);
        Path run = model.resolveSibling("run.json");
        refuses(scoreWith(folder.resolve("nothing.json"), shop), "nothing.json", "no model file");
        refuses(scoreWith(shop, shop), "shop.csv", "not a model");
        refuses(scoreWith(run, shop), "run.json", "not a model");
        refuses(scoreWith(changed(model, json -> json.substring(0, json.length() / 2)), shop), "not a model");
        refuses(
                scoreWith(changed(model, json -> json.replaceFirst("\"version\" : 2", "\"version\" : 1")), shop),
                "version 1",
                "Download the model from its run again");
        refuses(
                scoreWith(changed(model, json -> json.replaceFirst("\"version\" : 2", "\"version\" : 9")), shop),
                "version 9",
                "newer");
        refuses(scoreWith(changed(model, json -> json.replace("\"centres\"", "\"centers\"")), shop), "damaged");
        refuses(scoreWith(changed(model, json -> json.replaceFirst("\"RECENCY\", ", "")), shop), "damaged");
        refuses(scoreWith(changed(model, json -> json.replace("\"RECENCY\"", "\"LUCK\"")), shop), "damaged");
        refuses(
                scoreWith(changed(model, json -> json.replaceFirst("\"cluster\" : 0", "\"cluster\" : 7")), shop),
                "damaged");
    }

    private Answer scoreWith(Path model, Path shop) {
        return say("score", "--model", model, "--data", shop, "--out", out());
    }

    private Path changed(Path model, UnaryOperator<String> change) throws IOException {
        String json = Files.readString(model);
        String other = change.apply(json);
        assertThat(other).isNotEqualTo(json);
        return Files.writeString(folder.resolve("changed.json"), other);
    }

    @Test
    void columnsOfOtherNamesAreProposed() throws IOException {
        Path shop = sample(300);
        Path model = model(shop);
        List<String> lines = Files.readAllLines(shop);
        Path renamed = Files.write(
                folder.resolve("renamed.csv"),
                Stream.concat(
                                Stream.of(lines.getFirst().replace("CustomerID", "Customer ID")),
                                lines.stream().skip(1))
                        .toList());
        assertThat(moved(model, score(model, renamed))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmeans", "gmm"})
    void onlineRetailGetsItsOwnLabels(String algorithm) throws IOException {
        Path retail = Shared.path("data/online_retail.csv.gz");
        Path model = model(retail, "--algorithm", algorithm);
        assertThat(moved(model, score(model, retail))).isZero();
    }
}
