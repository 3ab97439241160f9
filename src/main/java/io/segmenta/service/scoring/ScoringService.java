package io.segmenta.service.scoring;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.pipeline.ModelDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The models of runs: to take away, and to assign the customers of other files with. */
public interface ScoringService {
    /**
     * Scored customers as a file, which whoever asked for it closes; that deletes the file.
     *
     * @param csv UTF-8
     * @param snapshot the day from which recency counts
     * @param sizes in the order of the model's segments
     * @param notes what to know about the labels, in sentences
     */
    record ScoredFile(Path csv, int customers, LocalDate snapshot, List<Scored.Size> sizes, List<String> notes)
            implements AutoCloseable {
        public ScoredFile {
            sizes = List.copyOf(sizes);
            notes = List.copyOf(notes);
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(csv);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @throws io.segmenta.engine.base.UserFacingException unless the run succeeded */
    ModelDocument model(RunId run);

    /**
     * Assigns the customers of a file to the segments of a run.
     *
     * @param file stays
     * @param name what its user calls it
     * @throws io.segmenta.engine.base.UserFacingException where the file cannot be read or lacks columns
     */
    ScoredFile score(RunId run, Path file, String name, Progress progress);
}
