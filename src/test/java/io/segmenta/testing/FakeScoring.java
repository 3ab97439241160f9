package io.segmenta.testing;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.service.scoring.Scored;
import io.segmenta.service.scoring.ScoringService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts ten customers into each segment; a file called bad.csv is refused. */
public final class FakeScoring implements ScoringService {
    /** What it was given, to see whether it was removed. */
    public final List<Path> files = new ArrayList<>();

    public @Nullable ScoredFile last;

    private final FakeRuns runs;

    FakeScoring(FakeRuns runs) {
        this.runs = runs;
    }

    @Override
    public ModelDocument model(RunId run) {
        return ModelDocument.of(runs.recipe(run).orElseThrow(), runs.result(run).orElseThrow());
    }

    @Override
    public ScoredFile score(RunId run, Path file, String name, Progress progress) {
        files.add(file);
        if (name.equals("bad.csv")) {
            throw new UserFacingException("The file lacks a column.");
        }
        try {
            List<Scored.Size> sizes = Example.segments().stream()
                    .map(s -> new Scored.Size(s.cluster(), s.persona(), s.name(), 10, 0.2, s.share()))
                    .toList();
            ScoredFile scored = new ScoredFile(
                    Files.writeString(Files.createTempFile("scored", ".csv"), "customer_id"),
                    50,
                    LocalDate.of(2012, 3, 1),
                    sizes,
                    List.of("Recency counts from 2012-03-01."));
            last = scored;
            return scored;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
