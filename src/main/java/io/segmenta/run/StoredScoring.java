package io.segmenta.run;

import io.segmenta.base.Progress;
import io.segmenta.base.UserFacingException;
import io.segmenta.ingest.SourceOptions;
import io.segmenta.transactions.StoreLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** With the models of the runs that are kept. */
final class StoredScoring implements ScoringService {
    /** The share of the work that reading is. */
    private static final double READING = 0.6;

    private final RunRepository runs;
    private final Home home;
    private final StoreLimits limits;

    StoredScoring(RunRepository runs, Home home, StoreLimits limits) {
        this.runs = runs;
        this.home = home;
        this.limits = limits;
    }

    @Override
    public ModelDocument model(long run) {
        return runs.model(run)
                .orElseThrow(() -> new UserFacingException("Run " + run + " has no model. Choose a run that is done."));
    }

    @Override
    public ScoredFile score(long run, Path file, String name, Progress progress) {
        ModelDocument model = model(run);
        StageProgress stages = (stage, fraction, detail) -> progress.report(
                stage == Stage.INGEST ? READING * fraction : READING + (1 - READING) * fraction, detail);
        try (TemporaryDataset dataset = TemporaryDataset.read(file, name, SourceOptions.AUTOMATIC, limits, stages)) {
            Scored scored = dataset.score(model, Scoring.columns(model, dataset), model.cleaning(), null, stages);
            return new ScoredFile(
                    write(scored),
                    scored.features().customers(),
                    scored.features().snapshot(),
                    scored.sizes(),
                    scored.notes());
        }
    }

    private Path write(Scored scored) {
        Path csv = home.temporaryFile(".csv");
        try (OutputStream out = Files.newOutputStream(csv)) {
            scored.write(out);
            return csv;
        } catch (IOException e) {
            Home.deleteTree(csv);
            throw new UncheckedIOException(e);
        }
    }
}
