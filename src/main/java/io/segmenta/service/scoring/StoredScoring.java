package io.segmenta.service.scoring;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.installation.Home;
import io.segmenta.service.run.RunRepository;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** With the models of the runs that are kept. */
public final class StoredScoring implements ScoringService {
    /** The share of the work that reading is. */
    private static final double READING = 0.6;

    private final RunRepository runs;
    private final Home home;
    private final StoreLimits limits;

    public StoredScoring(RunRepository runs, Home home, StoreLimits limits) {
        this.runs = runs;
        this.home = home;
        this.limits = limits;
    }

    @Override
    public ModelDocument model(RunId run) {
        return runs.model(run)
                .orElseThrow(() -> new UserFacingException("Run " + run + " has no model. Choose a run that is done."));
    }

    @Override
    public ScoredFile score(RunId run, Path file, String name, Progress progress) {
        ModelDocument model = model(run);
        StageProgress stages = (stage, fraction, detail) -> progress.report(
                stage == Stage.INGEST ? READING * fraction : READING + (1 - READING) * fraction, detail);
        try (OpenedFile dataset = OpenedFile.read(file, name, SourceOptions.AUTOMATIC, limits, stages)) {
            Scored scored =
                    Scoring.score(model, dataset, Scoring.columns(model, dataset), model.cleaning(), null, stages);
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
