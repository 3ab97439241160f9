package io.segmenta.cli;

import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.scoring.Scored;
import io.segmenta.service.scoring.Scoring;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** New customers into the segments of an earlier run. */
@Command(
        name = "score",
        description = {
            "Assigns the customers of a file to the segments of an earlier run: cleaned, described and compared as its own were.",
            "Writes customers.csv and score.json. Exit code 0; 2 after bad input, with nothing written; 1 after an unexpected"
                    + " failure."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "FILE",
            description = "model.json of a run, or the model downloaded from its Model page")
    private Path model = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "CSV, XLSX, XLS, SQLite, or a ZIP or gz of these")
    private Path data = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder for the results, made if needed")
    private Path out = Path.of("");

    @Option(
            names = "--snapshot",
            paramLabel = "DAY",
            description = "the day from which recency counts, as 2024-12-31 (default: the day after the last purchase)")
    private @Nullable String snapshot;

    @Option(names = "--from", paramLabel = "DAY", description = "first day that counts, as 2024-01-01")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "last day that counts, as 2024-12-31")
    private @Nullable String to;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private MemoryOption memory = new MemoryOption();

    @Override
    public Integer call() {
        LocalDate day = DayOption.day(snapshot, "--snapshot");
        LocalDate first = DayOption.day(from, "--from");
        LocalDate last = DayOption.day(to, "--to");
        ResultFolder results = ResultFolder.at(out);
        PrintWriter err = spec.commandLine().getErr();
        ConsoleProgress progress = new ConsoleProgress(err);
        MappingChoice columns = reading.columns(err::println);
        StoreLimits limits = memory.limits();
        ModelDocument document = ModelDocument.read(model);
        CleaningRules rules = document.cleaning().during(first, last);
        try (OpenedFile dataset = OpenedFile.read(data, reading.source(), limits, progress)) {
            err.printf(Locale.ENGLISH, "Read as %s%n", dataset.source().format());
            dataset.source().notes().forEach(err::println);
            Scored scored = Scoring.score(document, dataset, mapping(document, dataset, columns), rules, day, progress);
            ScoreJson json = ScoreJson.of(String.valueOf(data.getFileName()), dataset.fingerprint(), scored);
            results.write(folder -> {
                folder.file("customers.csv", scored::write);
                folder.file("score.json", stream -> stream.write(json.text().getBytes(StandardCharsets.UTF_8)));
            });
            scored.notes().forEach(err::println);
            err.printf(Locale.ENGLISH, "%,d customers assigned; results are in %s%n", json.customers(), out);
            return 0;
        }
    }

    private static ColumnMapping mapping(ModelDocument document, OpenedFile dataset, MappingChoice columns) {
        if (columns.chosen().isEmpty()) {
            var same = Scoring.sameColumns(document, dataset);
            if (same.isPresent()) {
                columns.tell().accept("The columns are those that the model was made from.");
                DateOrder dates = columns.dates();
                return dates == null ? same.get() : new ColumnMapping(same.get().headers(), dates);
            }
        }
        return columns.decide(dataset);
    }
}
