package io.segmenta.store;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.compare.CompareService;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.export.ExportService;
import io.segmenta.service.export.ExportService.ExportFile;
import io.segmenta.service.installation.DefaultsService;
import io.segmenta.service.plan.PlanService;
import io.segmenta.service.plan.PlaybookService;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunSummary;
import io.segmenta.service.scoring.ScoringService;
import io.segmenta.service.scoring.ScoringService.ScoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * What a home says through the services, a fact a line, in words that no version changes: numbers as Java prints them, files by their
 * fingerprint. The version that made a home wrote down these notes, and later versions must write the same.
 */
final class HomeNotes {
    private final List<String> lines = new ArrayList<>();
    private final DatasetService datasets;
    private final RunService runs;
    private final PlanService plans;
    private final PlaybookService playbooks;
    private final CampaignService campaigns;
    private final ScoringService scoring;
    private final ExportService exports;
    private final CompareService comparisons;
    private final DefaultsService defaults;

    private HomeNotes(ApplicationContext context) {
        datasets = context.getBean(DatasetService.class);
        runs = context.getBean(RunService.class);
        plans = context.getBean(PlanService.class);
        playbooks = context.getBean(PlaybookService.class);
        campaigns = context.getBean(CampaignService.class);
        scoring = context.getBean(ScoringService.class);
        exports = context.getBean(ExportService.class);
        comparisons = context.getBean(CompareService.class);
        defaults = context.getBean(DefaultsService.class);
    }

    private interface Written {
        void to(ByteArrayOutputStream out);
    }

    /** @param shop a file with the columns of the first dataset, to be scored with each model */
    static List<String> of(ApplicationContext context, Path shop) throws IOException {
        HomeNotes notes = new HomeNotes(context);
        notes.datasets();
        for (RunSummary run : notes.runs.history()) {
            notes.run(run, shop);
        }
        notes.playbook();
        notes.campaigns();
        notes.comparison();
        notes.say(
                "defaults",
                notes.defaults.tuning().trials(),
                notes.defaults.tuning().algorithms());
        return List.copyOf(notes.lines);
    }

    private void say(String what, @Nullable Object... facts) {
        StringBuilder line = new StringBuilder(what);
        for (@Nullable Object fact : facts) {
            line.append(" | ").append(fact);
        }
        lines.add(line.toString());
    }

    private void file(String what, Written written) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        written.to(out);
        String text = out.toString(StandardCharsets.UTF_8);
        say(what, text.lines().count() + " lines", Fingerprint.of(text).sha256());
    }

    private void datasets() {
        datasets.list().forEach(dataset -> {
            say(
                    "dataset",
                    dataset.name(),
                    dataset.fingerprint().sha256(),
                    dataset.format(),
                    dataset.rows(),
                    dataset.bytes(),
                    dataset.added());
            say("headers", dataset.headers());
            say("runs of it", datasets.use(dataset.fingerprint()).runs());
            datasets.preview(dataset.fingerprint(), 3).forEach(row -> say("row", row));
            datasets.remembered(dataset.fingerprint()).ifPresent(choice -> {
                mapping(choice.mapping());
                say("currency", choice.currency());
                quality(datasets.quality(
                        dataset.fingerprint(), choice.mapping(), CleaningRules.defaults(), Progress.SILENT));
            });
        });
    }

    private void mapping(ColumnMapping mapping) {
        for (Field field : Field.values()) {
            mapping.header(field).ifPresent(header -> say("column", field, header));
        }
        say("dates", mapping.dateOrder());
    }

    private void quality(QualityReport quality) {
        say("quality", quality.rowsRead(), quality.rowsKept(), quality.firstDay(), quality.lastDay());
    }

    private void run(RunSummary run, Path shop) throws IOException {
        say("");
        say(
                "run " + run.id(),
                run.name(),
                run.datasetName(),
                run.algorithm(),
                run.status(),
                run.quality(),
                run.customers(),
                run.created(),
                run.took(),
                run.by(),
                run.failure());
        Recipe recipe = runs.recipe(run.id()).orElseThrow();
        mapping(recipe.source().mapping());
        Horizon horizon = recipe.horizon();
        say(
                "recipe",
                recipe.name(),
                recipe.seed().value(),
                horizon == null ? null : horizon.days(),
                recipe.currency(),
                recipe.method().inWords());
        if (runs.result(run.id()).isPresent()) {
            result(run.id(), recipe, runs.result(run.id()).get());
            customers(run.id());
            for (ExportFile file : ExportFile.values()) {
                file(file.fileName(), out -> exports.write(run.id(), file, out));
            }
            score(run.id(), shop);
        }
    }

    private void result(RunId run, Recipe recipe, RunResult result) {
        quality(result.quality());
        say("result", result.customers(), result.orders(), result.revenue(), result.outliers(), result.snapshot());
        say(
                "metrics",
                result.metrics().silhouette(),
                result.metrics().daviesBouldin(),
                result.metrics().calinskiHarabasz(),
                result.inertia());
        say("made by", result.provenance().seed(), result.provenance().version());
        result.segments().forEach(segment -> {
            say("segment " + segment.cluster(), segment.name(), segment.customers(), segment.revenue());
            say("means", segment.means().values(), segment.medians().values());
            say("caveats", segment.caveats());
            result.insights()
                    .explanation(segment)
                    .ifPresent(explanation -> say("explained", explanation.jaccard(), explanation.grade()));
        });
        say("correlations", result.correlations().size());
        var value = result.insights().value();
        if (value != null) {
            say("forecasts", value.horizonDays(), value.historyDays(), value.customers(), value.oneTimeBuyers());
            say("of them", value.notes());
        }
        var fitting = result.insights().fitting();
        if (fitting != null && fitting.tuning() != null) {
            fitting.tuning()
                    .leaderboard()
                    .forEach(trial ->
                            say("trial " + trial.number(), trial.parameters().algorithm(), trial.score()));
        }
        plan(run, recipe, result);
    }

    private void plan(RunId run, Recipe recipe, RunResult result) {
        Money budget = new Money(1_000_000);
        Assumptions assumptions = plans.assumptions(recipe, result);
        BudgetPlan split = plans.playbookSplit(result.segments(), budget);
        amounts("by the playbook", split);
        amounts("optimised", plans.optimisedSplit(assumptions, budget, true));
        scenario(plans.scenario(run, "Now", split, assumptions));
        plans.scenarios(run).forEach(saved -> {
            say("saved", saved.id(), saved.at(), saved.by());
            scenario(saved.scenario());
        });
        file("scenarios", out -> plans.writeScenarios(run, out));
    }

    private void amounts(String what, BudgetPlan plan) {
        say(
                what,
                plan.total(),
                plan.allocations().stream()
                        .map(allocation -> allocation.segment().name() + " " + allocation.amount())
                        .toList());
    }

    private void scenario(RoiScenario scenario) {
        say(
                "scenario",
                scenario.name(),
                scenario.addedMargin(),
                scenario.roi(),
                scenario.breakEvenUplift(),
                scenario.paybackDays(),
                scenario.interval().p10(),
                scenario.interval().p90());
        amounts("its money", scenario.plan());
        say(
                "for",
                scenario.assumptions().horizonDays(),
                scenario.assumptions().margin().value());
    }

    private void customers(RunId run) {
        for (AssignmentQuery.Sort sort : AssignmentQuery.Sort.values()) {
            runs.assignments(new AssignmentQuery(run, "", Set.of(), Set.of(), sort, false, 3, 2))
                    .forEach(this::customer);
        }
        AssignmentQuery search =
                new AssignmentQuery(run, "1", Set.of(0), Set.of(), AssignmentQuery.Sort.CLV, true, 0, 3);
        say("found", runs.count(search));
        runs.assignments(search).forEach(this::customer);
        say("drawn", runs.sample(run, 10).stream().map(Assignment::customerId).toList());
    }

    private void customer(Assignment customer) {
        say(
                "customer",
                customer.customerId(),
                customer.recencyDays(),
                customer.frequency(),
                customer.monetary(),
                customer.averageBasketSize(),
                customer.clv(),
                customer.outlier(),
                customer.cluster());
        if (customer.forecast() != null) {
            say("at risk", customer.forecast().riskScore());
            if (customer.forecast().forecast() != null) {
                say(
                        "to come",
                        customer.forecast().forecast().inactive(),
                        customer.forecast().forecast().spend(),
                        customer.forecast().forecast().lifetimeValue());
            }
        }
    }

    private void score(RunId run, Path shop) throws IOException {
        say(
                "model",
                scoring.model(run).segments().stream()
                        .map(named -> named.name())
                        .toList());
        try (ScoredFile scored = scoring.score(run, shop, "shop.csv", Progress.SILENT)) {
            say("scored", scored.customers(), scored.snapshot(), scored.notes());
            scored.sizes().forEach(size -> say("size", size.name(), size.customers(), size.trainingShare()));
            String csv = Files.readString(scored.csv());
            file("scored.csv", out -> out.writeBytes(csv.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void playbook() {
        say("");
        playbooks
                .history()
                .versions()
                .forEach(version -> say("playbook " + version.number(), version.at(), version.by(), version.change()));
        playbooks
                .current()
                .playbook()
                .plays()
                .forEach(play -> say("play", play.persona(), play.strategy(), play.budgetFrom(), play.budgetTo()));
    }

    private void campaigns() {
        say("");
        campaigns.all().forEach(saved -> {
            say("campaign", saved.id(), saved.run(), saved.customers(), saved.control(), saved.at(), saved.by());
            say(
                    "called",
                    saved.campaign().name(),
                    saved.campaign().start(),
                    saved.campaign().share());
            file("audience", campaigns.audience(saved.id())::write);
        });
    }

    /** The first two runs, which are of one dataset. */
    private void comparison() {
        say("");
        var comparison = comparisons.compare(new RunId(1), new RunId(2));
        comparison.migration().flows().forEach(flow -> say("moved", flow.from(), flow.to(), flow.customers()));
    }
}
