package io.segmenta.store;

import io.segmenta.base.UserFacingException;
import io.segmenta.cluster.ClusterModel;
import io.segmenta.features.FittedTransform;
import io.segmenta.run.Documents;
import io.segmenta.run.Home;
import io.segmenta.run.Provenance;
import io.segmenta.run.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;

/** One JSON file per succeeded run: enough to assign new customers as the run's own were. */
@Component
class ModelFiles {
    private static final int VERSION = 1;

    private final Path folder;

    ModelFiles(Home home) {
        this.folder = home.models();
    }

    /** @param version of this layout */
    record StoredModel(int version, Provenance provenance, FittedTransform transform, ClusterModel model) {}

    void write(long run, RunResult result) {
        String json = Documents.writeIndented(
                new StoredModel(VERSION, result.provenance(), result.transform(), result.model()));
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
        StoredModel model;
        try {
            model = Documents.read(Files.readString(file(run)), StoredModel.class);
        } catch (IOException e) {
            throw new UserFacingException("The model of run " + run + " is no longer there. Start the run again.", e);
        }
        if (model.version() != VERSION) {
            throw new UserFacingException("The model of run " + run + " has version " + model.version()
                    + ", this Segmenta reads version " + VERSION + ". Start the run again.");
        }
        return model;
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
