package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.experiment.MeasuredUplift;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.service.campaign.Audience;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.service.dataset.OpenedFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a campaign with a control group changed. */
@Command(
        name = "uplift",
        description = {
            "Measures a campaign: what the customers who got it spent since, against those who were left alone, per segment and over"
                    + " all, with the 90 %% interval, the probability of chance, and the smallest effect that would have shown.",
            "The audience is audience.csv of 'run --control', or as exported in the browser. Exit code 0; 2 after bad input; 1 after an"
                    + " unexpected failure."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpliftCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--audience",
            required = true,
            paramLabel = "FILE",
            description = "customer_id, segment and group (treat or control)")
    private Path audience = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "purchases since the campaign, earlier ones too if you like: CSV, XLSX, XLS, SQLite, or a ZIP or gz of these")
    private Path data = Path.of("");

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DAY",
            description = "day on which the campaign began, as 2024-10-01")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "last day that counts, as 2024-12-31 (default: the last one in the data)")
    private @Nullable String to;

    @Option(
            names = "--returns",
            defaultValue = "exclude",
            paramLabel = "net|exclude",
            description = "net subtracts returns from what the customer spent, exclude leaves them out (default: "
                    + "${DEFAULT-VALUE})")
    private Returns returns = Returns.EXCLUDE;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the figures as uplift.csv, made if needed")
    private @Nullable Path out;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private MemoryOption memory = new MemoryOption();

    @Override
    public Integer call() {
        LocalDate first = Objects.requireNonNull(DayOption.day(from, "--from"));
        LocalDate last = DayOption.day(to, "--to");
        PrintWriter err = spec.commandLine().getErr();
        MappingChoice columns = reading.columns(err::println);
        ResultFolder results = out == null ? null : ResultFolder.at(out);
        ConsoleProgress progress = new ConsoleProgress(err);
        StoreLimits limits = memory.limits();
        CampaignEffect.requirePeriod(first, last);
        Audience known = audience();
        try (OpenedFile dataset = OpenedFile.read(data, reading.source(), limits, progress)) {
            err.printf(Locale.ENGLISH, "Read as %s%n", dataset.source().format());
            dataset.source().notes().forEach(err::println);
            Reading said = dataset.reading();
            ColumnMapping mapping = columns.decide(said, dataset);
            CleaningRules rules = CleaningRules.of(said).with(returns);
            CampaignEffect effect = CampaignEffect.measure(known, dataset, mapping, rules, first, last, progress);
            if (results != null) {
                results.write(folder -> folder.file("uplift.csv", effect::write));
            }
            tell(effect, spec.commandLine().getOut());
            return 0;
        }
    }

    private Audience audience() {
        try (OpenedFile file = OpenedFile.read(audience, StageProgress.SILENT)) {
            return Audience.of(file);
        } catch (UserFacingException e) {
            throw new UserFacingException(audience + ": " + e.getMessage(), e);
        }
    }

    private static void tell(CampaignEffect effect, PrintWriter words) {
        tell(effect.report().overall(), words);
        if (effect.report().segments().size() > 1) {
            effect.report().segments().forEach(segment -> tell(segment, words));
        }
        effect.notes().forEach(words::println);
        words.flush();
    }

    private static void tell(MeasuredUplift measured, PrintWriter words) {
        words.printf(
                Locale.ROOT,
                "%s (%,d treated, %,d left alone): %s%n",
                measured.name(),
                measured.treated(),
                measured.control(),
                measured.words(amount -> String.format(Locale.ROOT, "%,.2f", amount)));
    }
}
