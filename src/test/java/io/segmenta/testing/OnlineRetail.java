package io.segmenta.testing;

import io.segmenta.engine.features.FeatureMatrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The reference numbers of UCI Online Retail: 4,339 customers, five features, 27 clusterings. */
public final class OnlineRetail {
    private OnlineRetail() {}

    public static JsonNode golden() {
        return new ObjectMapper().readTree(Shared.path("golden/online_retail.json"));
    }

    /**
     * The matrix all reference clusterings were made of. The golden features are rounded to six decimals; here they are made exact
     * again: basket size is a whole number of items over orders, and CLV a constant times monetary.
     */
    public static FeatureMatrix matrix() {
        JsonNode golden = golden();
        double lifespan = golden.get("mean_lifespan_days").asDouble();
        JsonNode scaler = golden.get("robust_scaler");
        List<String[]> lines = lines("golden/online_retail_features.csv.gz");
        int columns = 5;
        double[] data = new double[lines.size() * columns];
        for (int i = 0; i < lines.size(); i++) {
            double[] values = Arrays.stream(lines.get(i))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            values[3] = Math.rint(values[3] * values[1]) / values[1];
            values[4] = values[2] * lifespan / 365;
            for (int j = 0; j < columns; j++) {
                data[i * columns + j] =
                        (Math.log1p(values[j]) - scaler.get("center").get(j).asDouble())
                                / scaler.get("scale").get(j).asDouble();
            }
        }
        return new FeatureMatrix(
                data, lines.size(), columns, List.of("recency", "frequency", "monetary", "basket size", "CLV"));
    }

    /** @param name for example {@code kmeans5} or {@code gmm_full3} */
    public static int[] labels(String name) {
        int column = Arrays.asList(header("golden/online_retail_labels.csv.gz")).indexOf(name);
        return lines("golden/online_retail_labels.csv.gz").stream()
                .mapToInt(line -> Integer.parseInt(line[column]))
                .toArray();
    }

    private static String[] header(String file) {
        return read(file).getFirst().split(",");
    }

    private static List<String[]> lines(String file) {
        return read(file).stream().skip(1).map(line -> line.split(",")).toList();
    }

    private static List<String> read(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shared.path(file))), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
