package io.segmenta.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs every case of a folder as a newcomer would, without an option, and compares with what {@code truth.json} there says is right. */
final class CaseTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Path out;
    private final JsonNode truth;

    /** @param out folder for results, which are deleted again */
    CaseTable(Path folder, Path out) {
        this.folder = folder;
        this.out = out;
        this.truth = JSON.readTree(folder.resolve("truth.json").toFile());
    }

    /** What became of a case. */
    enum Result {
        RIGHT,
        /** as it should be */
        REFUSED,
        /** a clear sentence, but there was an answer */
        REFUSED_WRONGLY,
        WRONG,
        FAILED
    }

    record Line(String file, Result result, String found) {
        boolean ok() {
            return result == Result.RIGHT || result == Result.REFUSED;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-15s | %s | %s", result, file, found);
        }
    }

    /** @param part of the name; "" for all */
    List<Line> lines(String part) {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : truth.properties()) {
            if (entry.getKey().contains(part)) {
                lines.add(line(entry.getKey(), entry.getValue()));
            }
        }
        return lines;
    }

    private Line line(String file, JsonNode expected) {
        Path results = out.resolve("case");
        Terminal.Answer answer = Terminal.say("run", folder.resolve(file), "--out", results);
        if (answer.code() != 0) {
            String last = answer.err().strip().lines().reduce("", (before, after) -> after);
            boolean rightly = expected.has("refuse") && answer.code() == 2;
            return new Line(
                    file, answer.code() != 2 ? Result.FAILED : rightly ? Result.REFUSED : Result.REFUSED_WRONGLY, last);
        }
        JsonNode json = JSON.readTree(results.resolve("run.json").toFile());
        delete(results);
        return judged(file, expected, json);
    }

    private static Line judged(String file, JsonNode expected, JsonNode json) {
        JsonNode features = json.get("features");
        boolean right = fits(expected.get("right"), features);
        JsonNode others = expected.get("alternatives");
        if (others != null) {
            for (JsonNode other : others) {
                right |= fits(other, features);
            }
        }
        String found = String.format(
                Locale.ROOT,
                "orders %d, customers %d, revenue %.2f",
                features.get("orders").asLong(),
                features.get("customers").asLong(),
                features.get("revenue").asDouble());
        return new Line(
                file,
                right ? Result.RIGHT : Result.WRONG,
                right
                        ? found
                        : found + " " + json.get("reading").get("columns")
                                + json.get("reading").get("states") + " expected " + expected);
    }

    private static boolean fits(@Nullable JsonNode right, JsonNode features) {
        if (right == null) {
            return false;
        }
        for (String figure : List.of("orders", "customers", "revenue")) {
            if (!fits(right.get(figure), features.get(figure).asDouble())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(@Nullable JsonNode right, double found) {
        if (right == null) {
            return true;
        }
        double low = right.isArray() ? right.get(0).asDouble() : right.asDouble();
        double high = right.isArray() ? right.get(1).asDouble() : right.asDouble();
        double tolerance = Math.max(0.005, 1e-7 * Math.abs(high));
        return found >= low - tolerance && found <= high + tolerance;
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By hand: the folder, and parts of the names to read. */
    public static void main(String[] arguments) throws IOException {
        CaseTable table = new CaseTable(Path.of(arguments[0]), Files.createTempDirectory("cases"));
        List<Line> lines = new ArrayList<>();
        for (String part : arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : List.of("")) {
            lines.addAll(table.lines(part));
        }
        lines.forEach(System.out::println);
        System.out.println(lines.stream().filter(Line::ok).count() + " of " + lines.size());
    }
}
