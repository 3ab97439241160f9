package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.experiment.SelfTest;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.service.campaign.Audience;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.service.campaign.CampaignPeriod;
import io.segmenta.service.campaign.Measurement;
import io.segmenta.service.campaign.Rehearsal;
import io.segmenta.service.dataset.OpenedFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
            "The audience is audience.csv of 'run --control', or as exported in the browser. Before the days that count are over, what"
                    + " the campaign could show is said, and no verdict. Exit code 0; 2 after bad input; 1 after an unexpected failure."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpliftCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--audience",
            paramLabel = "FILE",
            description = "customer_id, segment and group (treat or control); needed unless --self-test is given")
    private @Nullable Path audience;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "purchases since the campaign, and those before it, which make the answer surer: CSV, XLSX, XLS, SQLite, or"
                            + " a ZIP or gz of these")
    private Path data = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description =
                    "day on which the campaign began, as 2024-10-01; needed unless --self-test is given, there the first day that"
                            + " is tried (default: so that the days end with the data)")
    private @Nullable String from;

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "days that count from that day on, fixed before the campaign began, 1 to 366 (default: 91)")
    private @Nullable Integer days;

    @Option(names = "--to", paramLabel = "DAY", description = "last day that counts, instead of --days, as 2024-12-31")
    private @Nullable String to;

    @Option(
            names = "--self-test",
            paramLabel = "DRAWS",
            description = {
                "measures the data so many times as if there had been a campaign, each time with other customers left alone, and prints"
                        + " as JSON what comes of it; 2 to 100000",
                "draws: how often; alarms: share of them that showed an effect at the 5 %% level, which should be about 0.05; sdRaw and"
                        + " sdAdjusted: standard deviation over the draws of the plain difference per customer and of the one reported;"
                        + " savedCustomers: how many times the customers the plain one would need to be as sure, (sdRaw / sdAdjusted)²"
            })
    private @Nullable Integer draws;

    @Option(
            names = "--control",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "share that the self-test leaves alone, 0.01 to 0.5 (default: ${DEFAULT-VALUE})")
    private double control = 0.2;

    @Option(
            names = "--returns",
            defaultValue = "exclude",
            paramLabel = "net|matched|exclude",
            description =
                    "net subtracts returns from what the customer spent, matched only those of which the purchase is in the data,"
                            + " exclude leaves them out (default: "
                            + "${DEFAULT-VALUE})")
    private Returns returns = Returns.EXCLUDE;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the figures as uplift.csv, made if needed")
    private @Nullable Path out;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private MemoryOption memory = new MemoryOption();

    /** What is asked of the rows once it is decided how they are read. */
    private interface Asked<T> {
        T of(OpenedFile dataset, ColumnMapping mapping, CleaningRules rules, StageProgress progress);
    }

    @Override
    public Integer call() {
        LocalDate first = DayOption.day(from, "--from");
        PrintWriter words = spec.commandLine().getOut();
        if (draws == null) {
            UpliftWords.tell(measure(first), words);
        } else {
            words.println(SelfTestJson.of(selfTest(draws, first)).text());
        }
        words.flush();
        return 0;
    }

    private SelfTest selfTest(int times, @Nullable LocalDate first) {
        SelfTest.requireDraws(times);
        Campaign.requireShare(control);
        int tried = first == null ? days() : period(first).days();
        Function<Asked<SelfTest>, SelfTest> rows = rows();
        return rows.apply((dataset, mapping, rules, progress) ->
                Rehearsal.selfTest(dataset, mapping, rules, first, tried, control, times, progress));
    }

    private Measurement measure(@Nullable LocalDate first) {
        Path file = audience;
        if (first == null || file == null) {
            throw new UserFacingException("A campaign is measured with --audience FILE and --from DAY; without one the"
                    + " method itself is tried with --self-test 1000.");
        }
        CampaignPeriod period = period(first);
        ResultFolder results = out == null ? null : ResultFolder.at(out);
        Function<Asked<Measurement>, Measurement> rows = rows();
        Audience people = audience(file);
        Measurement measured = rows.apply((dataset, mapping, rules, progress) ->
                CampaignEffect.measure(people, dataset, mapping, rules, period, progress));
        if (results != null && measured instanceof CampaignEffect effect) {
            results.write(folder -> folder.file("uplift.csv", effect::write));
        }
        return measured;
    }

    /** Checks the options of reading at once, and reads when it is asked something. */
    private <T> Function<Asked<T>, T> rows() {
        PrintWriter err = spec.commandLine().getErr();
        MappingChoice columns = reading.columns(err::println);
        StoreLimits limits = memory.limits();
        ConsoleProgress progress = new ConsoleProgress(err);
        return asked -> {
            try (OpenedFile dataset = OpenedFile.read(data, reading.source(), limits, progress)) {
                err.printf(Locale.ENGLISH, "Read as %s%n", dataset.source().format());
                dataset.source().notes().forEach(err::println);
                Reading said = dataset.reading();
                ColumnMapping mapping = columns.decide(said, dataset);
                return asked.of(dataset, mapping, CleaningRules.of(said).with(returns), progress);
            }
        };
    }

    private static Audience audience(Path path) {
        try (OpenedFile file = OpenedFile.read(path, StageProgress.SILENT)) {
            return Audience.of(file);
        } catch (UserFacingException e) {
            throw new UserFacingException(path + ": " + e.getMessage(), e);
        }
    }

    private int days() {
        int counted = days == null ? CampaignPeriod.USUAL_DAYS : days;
        CampaignPeriod.requireDays(counted);
        return counted;
    }

    private CampaignPeriod period(LocalDate first) {
        LocalDate last = DayOption.day(to, "--to");
        if (last == null) {
            return new CampaignPeriod(first, days());
        }
        if (days != null) {
            throw new UserFacingException("--to and --days both say when the campaign ends. Write one of them.");
        }
        if (last.isBefore(first)) {
            throw new UserFacingException(
                    "The last day (" + last + ") lies before the campaign began (" + first + "). Choose a later one.");
        }
        return new CampaignPeriod(first, Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1));
    }
}
