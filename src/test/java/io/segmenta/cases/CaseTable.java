package io.segmenta.cases;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.reading.FileReading;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.service.dataset.OpenedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads every case of a folder as a newcomer would, without an option, and compares with what {@code truth.json} there says is right. */
final class CaseTable {
    private final Path folder;
    private final JsonNode truth;

    CaseTable(Path folder) {
        this.folder = folder;
        this.truth = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("truth.json").toFile());
    }

    /** @param verdict RIGHT, REFUSED (rightly), refused (wrongly) or WRONG */
    record Line(String file, String verdict, String found) {
        boolean ok() {
            return verdict.equals("RIGHT") || verdict.equals("REFUSED");
        }
    }

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
        try (OpenedFile opened = OpenedFile.read(folder.resolve(file), StageProgress.SILENT)) {
            return opened.ask(store -> {
                Reading reading = FileReading.of(store, opened.today());
                String columns = "";
                try {
                    if (!reading.questions().isEmpty()) {
                        throw new UserFacingException(
                                reading.questions().getFirst().words());
                    }
                    ColumnMapping mapping = reading.proposal().mapping();
                    columns = mapping.headers() + " -" + reading.leftOut() + " ";
                    QualityReport report =
                            Cleaner.assess(store, mapping, CleaningRules.of(reading), opened.today(), Progress.SILENT);
                    return judged(file, expected, report, columns);
                } catch (UserFacingException e) {
                    return refused(file, expected, e.getMessage() + " " + columns);
                }
            });
        } catch (UserFacingException e) {
            return refused(file, expected, e.getMessage());
        } catch (RuntimeException e) {
            return new Line(file, "CRASHED", e.toString());
        }
    }

    private static Line refused(String file, JsonNode expected, String why) {
        return new Line(file, expected.has("refuse") ? "REFUSED" : "refused", String.valueOf(why));
    }

    private static Line judged(String file, JsonNode expected, QualityReport report, String columns) {
        boolean right = fits(expected.get("right"), report);
        JsonNode others = expected.get("alternatives");
        if (others != null) {
            for (JsonNode other : others) {
                right |= fits(other, report);
            }
        }
        return new Line(
                file,
                right ? "RIGHT" : expected.has("refuse") && !expected.has("right") ? "WRONG (to be refused)" : "WRONG",
                String.format(
                        Locale.ROOT,
                        "orders %d, customers %d, revenue %.2f %s",
                        report.orders(),
                        report.customers(),
                        report.revenue(),
                        right ? "" : columns + expected));
    }

    private static boolean fits(JsonNode right, QualityReport report) {
        return right != null
                && fits(right.get("orders"), (double) report.orders())
                && fits(right.get("customers"), (double) report.customers())
                && fits(right.get("revenue"), report.revenue());
    }

    private static boolean fits(JsonNode right, double found) {
        if (right == null) {
            return true;
        }
        double low = right.isArray() ? right.get(0).asDouble() : right.asDouble();
        double high = right.isArray() ? right.get(1).asDouble() : right.asDouble();
        double tolerance = Math.max(0.005, 1e-7 * Math.abs(high));
        return found >= low - tolerance && found <= high + tolerance;
    }

    /** By hand: the folder, and a part of the names to read. */
    public static void main(String[] arguments) {
        CaseTable table = new CaseTable(Path.of(arguments[0]));
        List<Line> lines = new ArrayList<>();
        for (String part : arguments.length > 1 ? List.of(arguments).subList(1, arguments.length) : List.of("")) {
            lines.addAll(table.lines(part));
        }
        lines.forEach(line -> System.out.println(line.verdict() + " | " + line.file() + " | " + line.found()));
        System.out.println(lines.stream().filter(Line::ok).count() + " of " + lines.size());
    }
}
