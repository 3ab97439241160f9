package io.segmenta.engine.segment;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.testing.Shared;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The customers of UCI Online Retail and the reference clustering of them into five. */
final class OnlineRetail {
    private OnlineRetail() {}

    static List<Segment> segments() {
        CustomerFeatures features = features();
        return Segmentation.describe(features, Customers.everybody(features), labels(features), 5, NameTest.ORIGINAL);
    }

    static CustomerFeatures features() {
        List<String[]> lines = lines("golden/online_retail_features.csv.gz");
        return Customers.of(
                lines.stream().map(line -> line[0]).toList(),
                column(lines, 1),
                column(lines, 2),
                column(lines, 3),
                column(lines, 4),
                column(lines, 5));
    }

    static int[] labels(CustomerFeatures features) {
        List<String[]> lines = lines("golden/online_retail_labels.csv.gz");
        int column = Arrays.asList(
                        lines("golden/online_retail_labels.csv.gz", 0).getFirst())
                .indexOf("kmeans5");
        Map<String, Integer> labelOf = new HashMap<>();
        lines.forEach(line -> labelOf.put(line[0], Integer.valueOf(line[column])));
        return features.ids().stream().mapToInt(labelOf::get).toArray();
    }

    private static double[] column(List<String[]> lines, int column) {
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line[column]))
                .toArray();
    }

    private static List<String[]> lines(String file) {
        return lines(file, 1);
    }

    private static List<String[]> lines(String file, int skip) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Shared.path(file))), StandardCharsets.UTF_8))) {
            return reader.lines().skip(skip).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
