package io.segmenta.bench;

import io.segmenta.engine.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The same work in pandas and scikit-learn, as a script that prints its seconds per stage as JSON. */
final class PeerPipeline {
    private static final String PYTHON =
            Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";

    private final @Nullable Path script;

    /** @param script null for none to compare with */
    PeerPipeline(@Nullable Path script) {
        this.script = script;
    }

    /** What the script prints, as far as it is of interest here. */
    record Report(Map<String, Double> seconds) {
        double of(String... stages) {
            return List.of(stages).stream()
                    .mapToDouble(stage -> seconds.getOrDefault(stage, 0.0))
                    .sum();
        }
    }

    /** Empty where the script, Python, pandas, scikit-learn or Optuna is not there, or the file is not one the script reads. */
    Optional<Report> run(Path file, String... options) {
        if (script == null
                || !Files.exists(script)
                || output(PYTHON, "-c", "import pandas, sklearn, openpyxl, optuna")
                        .isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createTempDirectory("segmenta-peer-");
            Path readable = readable(file, folder);
            List<String> command = new ArrayList<>(List.of(PYTHON, script.toString(), readable.toString()));
            command.addAll(List.of(options));
            Optional<Report> report =
                    output(command.toArray(String[]::new)).map(json -> Documents.read(json, Report.class));
            if (!readable.equals(file)) {
                Files.delete(readable);
            }
            Files.delete(folder);
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** pandas reads an XLSX only outside its ZIP. */
    private static Path readable(Path file, Path folder) throws IOException {
        if (!file.toString().endsWith(".zip")) {
            return file;
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xlsx")) {
                    Path unpacked = folder.resolve("peer.xlsx");
                    Files.copy(zip, unpacked);
                    return unpacked;
                }
            }
        }
        return file;
    }

    /** Empty where Python does not exist or fails. */
    static Optional<String> python(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = PYTHON;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return output(command);
    }

    /** Empty where the command does not exist or fails. */
    private static Optional<String> output(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text;
            try (InputStream out = process.getInputStream()) {
                text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
