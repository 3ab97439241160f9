package io.segmenta.cli;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.service.campaign.Audience;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.export.ExportService.ExportFile;
import io.segmenta.service.export.ResultFiles;
import io.segmenta.service.plan.Proposal;
import io.segmenta.service.run.HeadlessRun;
import io.segmenta.service.run.ReadingFigures;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole pipeline without a browser. */
@Command(
        name = "run",
        description = {
            "Reads a transaction export, finds segments and writes run.json, model.json, customers.csv, segments.csv, action-plan.csv",
            "and cohorts.csv.",
            "Stages and progress go to stderr. Exit code 0; 2 after bad input, with no results written; 1 after an unexpected failure."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    /** In rows; a larger one has more customers than segments. */
    private static final int SMALL_FILE = 20_000;

    private static final BigDecimal LARGEST_BUDGET = BigDecimal.valueOf(1_000_000_000);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "CSV, XLSX, XLS, SQLite, or a ZIP or gz of these")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder for the results, made if needed")
    private Path out = Path.of("");

    @Mixin
    private ClusteringOptions clustering = new ClusteringOptions();

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "the same seed gives the same labels (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--name", paramLabel = "NAME", description = "name of the run, kept in run.json")
    private @Nullable String name;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private CleaningOptions cleaning = new CleaningOptions();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "CSV of every row that is not used, with its number and the reason")
    private @Nullable Path rejects;

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            description = "forecasts purchases, spend and inactivity of the next DAYS, " + Horizon.SHORTEST_DAYS
                    + " to " + Horizon.LONGEST_DAYS + " (" + Horizon.DEFAULT_DAYS + " where only --budget is given)")
    private @Nullable Integer horizon;

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "splits a monthly budget over the segments and says what it may return")
    private @Nullable BigDecimal budget;

    @Option(
            names = "--control",
            paramLabel = "SHARE",
            description =
                    "also writes audience.csv: every customer with the group treat or control; this share of each "
                            + "segment, 0.01 to 0.5, is left alone so that 'uplift' can tell what a campaign changed")
    private @Nullable Double control;

    @Mixin
    private MemoryOption memory = new MemoryOption();

    @Override
    public Integer call() {
        Money money = budget == null ? null : money(budget);
        Horizon ahead = horizon == null ? null : new Horizon(horizon);
        if (ahead == null && money != null) {
            ahead = Horizon.USUAL;
        }
        Double share = control;
        if (share != null) {
            Campaign.requireShare(share);
        }
        PrintWriter err = spec.commandLine().getErr();
        Method method = clustering.method();
        Optional<FeatureSet> features = clustering.features(cleaning.features());
        ResultFolder results = ResultFolder.at(out);
        ConsoleProgress progress = new ConsoleProgress(err);
        cleaning.withoutFile();
        MappingChoice columns = reading.columns(err::println);
        RejectsFile notUsed = rejects == null ? null : RejectsFile.at(rejects);
        StoreLimits limits = memory.limits();
        try (OpenedFile dataset = OpenedFile.read(file, reading.source(), limits, progress)) {
            err.printf(Locale.ENGLISH, "Read as %s%n", dataset.source().format());
            dataset.source().notes().forEach(err::println);
            Reading said = dataset.reading();
            ColumnMapping mapping = columns.decide(said, dataset);
            CleaningRules rules = cleaning.rules(said, reading.yes(), err::println);
            // before the run, which may find nothing that counts: then they are wanted most
            List<String> findings = HeadlessRun.findings(said, mapping);
            findings.forEach(err::println);
            if (notUsed != null) {
                notUsed.write(csv -> dataset.writeRejects(mapping, rules, csv));
            }
            Method chosen = fitting(method, dataset, mapping, rules, err);
            Recipe usual = Recipe.of(
                            name == null ? String.valueOf(file.getFileName()) : name,
                            new Source(dataset.fingerprint(), mapping),
                            chosen,
                            new Seed(seed))
                    .withCleaning(rules)
                    .withSnapshot(cleaning.snapshot())
                    .withHorizon(ahead)
                    .withCatalogue(cleaning.catalogue());
            Recipe recipe = features.map(
                            set -> usual.withTransform(usual.transform().of(set.features())))
                    .orElseGet(usual::choosingFeatures);
            Outcome outcome = HeadlessRun.of(dataset, recipe, progress);
            ReadingFigures figures = ReadingFigures.of(dataset, said, recipe, outcome);
            HeadlessRun.verdict(said, recipe, outcome, figures.reconciliation()).stream()
                    .filter(sentence -> !findings.contains(sentence))
                    .forEach(err::println);
            outcome.result().quality().warnings().forEach(warning -> err.println("Note: " + warning));
            Proposal proposal =
                    money == null || ahead == null ? null : Proposal.of(outcome, money, ahead.days(), recipe.seed());
            RunJson json = RunJson.of(
                    name,
                    String.valueOf(file.getFileName()),
                    recipe,
                    ReadingJson.of(said, recipe, outcome.result().quality(), figures),
                    outcome,
                    proposal,
                    dataset.readSeconds());
            String model = ModelDocument.of(recipe, outcome).text();
            results.write(folder -> {
                folder.file("run.json", stream -> stream.write(json.text().getBytes(StandardCharsets.UTF_8)));
                folder.file("model.json", stream -> stream.write(model.getBytes(StandardCharsets.UTF_8)));
                for (ExportFile file : ExportFile.values()) {
                    folder.file(file.fileName(), stream -> ResultFiles.write(outcome, file, stream));
                }
                if (share != null) {
                    folder.file("audience.csv", Audience.of(outcome, share)::write);
                }
            });
            Fitting fitting = Objects.requireNonNull(outcome.result().insights().fitting());
            err.printf(
                    Locale.ENGLISH,
                    "Segments by %s, made by %s%n",
                    fitting.approach(),
                    fitting.engine().label());
            err.printf(
                    Locale.ENGLISH,
                    "%,d customers in %d segments; results are in %s%n",
                    outcome.result().customers(),
                    outcome.result().segments().size(),
                    out);
            return 0;
        }
    }

    /** A handful of customers makes fewer segments than usual, where nobody said how many. */
    private Method fitting(
            Method method, OpenedFile dataset, ColumnMapping mapping, CleaningRules rules, PrintWriter err) {
        if (!clustering.numberIsOpen() || dataset.source().rows() > SMALL_FILE) {
            return method;
        }
        long different = HeadlessRun.differentCustomers(dataset, mapping, rules);
        if (different >= ClusteringOptions.USUAL_CLUSTERS || different < ClusteringOptions.FEWEST_CLUSTERS) {
            return method;
        }
        err.printf(
                Locale.ENGLISH,
                "There are %d different customers, so %d segments are made instead of %d.%n",
                different,
                different,
                ClusteringOptions.USUAL_CLUSTERS);
        return clustering.method(Math.toIntExact(different));
    }

    private static Money money(BigDecimal amount) {
        if (amount.signum() < 0 || amount.compareTo(LARGEST_BUDGET) >= 0) {
            throw new UserFacingException(
                    "The budget (" + amount.toPlainString()
                            + ") must be from 0 to below 1,000,000,000. Give it without a currency, for example --budget 10000.");
        }
        return Money.of(amount.doubleValue());
    }
}
