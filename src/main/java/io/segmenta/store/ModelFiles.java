package io.segmenta.store;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.features.FittedTransform;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.service.installation.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One JSON file per succeeded run: enough to assign new customers as the run's own were. */
@Component
class ModelFiles {
    /** The first layout that this version still reads: it has transform and model, and neither columns nor names. */
    private static final int OLDEST = 1;

    private final Path folder;

    ModelFiles(Home home) {
        this.folder = home.models();
    }

    /** What every layout has. */
    record StoredModel(int version, FittedTransform transform, ClusterModel model) {}

    void write(long run, ModelDocument model) {
        String json = model.text();
        Path part = folder.resolve(run + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(part, file(run), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The model of run " + run + " could not be written.", e);
        }
    }

    StoredModel read(long run) {
        StoredModel model = Documents.read(text(run), StoredModel.class);
        if (model.version() < OLDEST || model.version() > ModelDocument.VERSION) {
            throw new UserFacingException("The model of run " + run + " has version " + model.version()
                    + ", this Segmenta reads versions " + OLDEST + " to " + ModelDocument.VERSION
                    + ". Start the run again.");
        }
        return model;
    }

    /** Empty where the file is of an earlier layout. */
    Optional<ModelDocument> document(long run) {
        return read(run).version() == ModelDocument.VERSION
                ? Optional.of(Documents.read(text(run), ModelDocument.class))
                : Optional.empty();
    }

    private String text(long run) {
        try {
            return Files.readString(file(run));
        } catch (IOException e) {
            throw new UserFacingException("The model of run " + run + " is no longer there. Start the run again.", e);
        }
    }

    void delete(long run) {
        try {
            Files.deleteIfExists(file(run));
            Files.deleteIfExists(folder.resolve(run + ".part"));
        } catch (IOException e) {
            throw new UncheckedIOException("The model of run " + run + " could not be deleted.", e);
        }
    }

    private Path file(long run) {
        return folder.resolve(run + ".json");
    }
}
