package io.segmenta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What customers are compared by: chosen by the data, or named. */
class FeaturesOptionTest extends Terminal {
    private JsonNode features(Path shop, String out, String... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of("run", shop, "--out", folder.resolve(out)));
        words.addAll(List.of(options));
        does(words.toArray());
        return JsonMapper.shared()
                .readTree(folder.resolve(out).resolve("run.json").toFile())
                .get("features");
    }

    private static List<String> words(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private Path customers(String out) {
        return folder.resolve(out).resolve("customers.csv");
    }

    @Test
    void aPlainRunIsThatOfTheSetWhichTheDataChoose() throws IOException {
        Path shop = sample(1_200);
        JsonNode best = features(shop, "best");
        JsonNode choice = best.get("choice");
        assertThat(choice.get("chosen").asString()).isEqualTo("rfm");
        assertThat(words(best.get("compared"))).containsExactly("recency_days", "frequency", "monetary");
        assertThat(choice.get("why").asString()).isEmpty();
        assertThat(choice.get("days").asInt()).isEqualTo(91);
        assertThat(choice.get("scores").findValuesAsString("set")).containsExactly("original", "rfm", "rhythm");
        JsonNode once = choice.get("scores").get(1);
        assertThat(once.get("gain").asDouble())
                .isGreaterThan(1.96 * once.get("gainError").asDouble())
                .isPositive();

        assertThat(features(shop, "rfm", "--features", "rfm").has("choice")).isFalse();
        assertThat(customers("rfm")).hasSameBinaryContentAs(customers("best"));
        assertThat(words(features(shop, "original", "--features", "original").get("compared")))
                .containsExactly("recency_days", "frequency", "monetary", "avg_basket_size", "clv");
        assertThat(Files.readAllBytes(customers("original"))).isNotEqualTo(Files.readAllBytes(customers("best")));
        assertThat(words(features(shop, "rhythm", "--features", "rhythm").get("compared")))
                .endsWith("mean_days_between_orders");
    }

    @Test
    void theOriginalRecipeComparesByTheOriginalFeatures() throws IOException {
        Path shop = sample(1_200);
        JsonNode original = features(shop, "original", "--recipe", "original");
        assertThat(words(original.get("compared")))
                .containsExactly("recency_days", "frequency", "monetary", "avg_basket_size", "clv");
        assertThat(original.has("choice")).isFalse();
        features(shop, "named", "--recipe", "original", "--features", "original");
        assertThat(customers("named")).hasSameBinaryContentAs(customers("original"));
    }

    @Test
    void aShortHistoryIsComparedByTheOriginalFeaturesAndItSaysWhy() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 60; i++) {
            lines.add("c%d,%d,p,2024-01-%02d,%d,%d.50".formatted(i % 40, i, 1 + i % 28, 1 + i % 7, 1 + i % 13));
        }
        JsonNode choice = features(file("short.csv", lines.toArray(String[]::new)), "short")
                .get("choice");
        assertThat(choice.get("chosen").asString()).isEqualTo("original");
        assertThat(choice.get("why").asString()).contains("takes 273 days of history");
        assertThat(choice.get("scores")).isEmpty();
        assertThat(choice.has("origin")).isFalse();
    }

    /** Before settings are searched, the sets are compared by k-means. */
    @Test
    void aSearchLooksForSettingsOfTheChosenFeatures() throws IOException {
        Path shop = sample(1_200);
        JsonNode best = features(shop, "best", "--tune", "2", "--algorithm", "kmeans");
        assertThat(best.get("choice").get("chosen").asString()).isEqualTo("rfm");
        features(shop, "rfm", "--tune", "2", "--algorithm", "kmeans", "--features", "rfm");
        assertThat(customers("rfm")).hasSameBinaryContentAs(customers("best"));
    }

    @Test
    void featuresThatAreNoneAreRefused() {
        refuses(say("run", sample(), "--out", out(), "--features", "clv"), "\"clv\"", "best, original, rfm, rhythm");
    }
}
