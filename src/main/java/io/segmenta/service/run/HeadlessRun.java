package io.segmenta.service.run;

import io.segmenta.engine.base.Figures;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.Reconciliation;
import io.segmenta.engine.clean.Verdict;
import io.segmenta.engine.clean.Verdict.Sentence;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Pipeline;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.tune.TuningWatch;
import io.segmenta.service.dataset.OpenedFile;
import java.util.List;

/** A run of an opened file, on the thread that calls: without a queue, a database or a server. */
public final class HeadlessRun {
    private HeadlessRun() {}

    /**
     * @throws io.segmenta.engine.base.UserFacingException where no row is left or the recipe does not fit the file
     * @throws io.segmenta.engine.base.CancelledException where the progress asks for it
     */
    public static Outcome of(OpenedFile file, Recipe recipe, StageProgress progress) {
        return file.ask(store -> Pipeline.run(recipe, store, file.today(), progress, TuningWatch.NONE));
    }

    /** How many customers differ in when, how often or for how much they bought; none where no row is left. */
    public static long differentCustomers(OpenedFile file, ColumnMapping mapping, CleaningRules rules) {
        return file.ask(store -> Cleaner.ask(
                store,
                mapping,
                rules,
                file.today(),
                Progress.SILENT,
                purchases -> store.number(
                        "SELECT count(*) FROM (SELECT DISTINCT last, orders, money FROM (SELECT max(last_day) AS last,"
                                + " count(*) AS orders, sum(amount) AS money FROM (" + purchases
                                + ") GROUP BY customer_id))")));
    }

    /** What the file says of the columns that count. */
    public static List<String> findings(Reading reading, ColumnMapping mapping) {
        return Verdict.findings(reading, mapping).stream().map(Sentence::words).toList();
    }

    /** What was made of the file, in sentences whose numbers were counted. */
    public static List<String> verdict(Reading reading, Recipe recipe, Outcome outcome, Reconciliation reconciliation) {
        return Verdict.of(
                        reading,
                        recipe.source().mapping(),
                        recipe.cleaning(),
                        outcome.result().quality(),
                        reconciliation,
                        Figures.english(
                                Verdict.currency(reading, recipe.cleaning()).orElse(null)))
                .words();
    }
}
