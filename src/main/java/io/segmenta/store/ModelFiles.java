package io.segmenta.store;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.service.installation.Home;
import io.segmenta.service.installation.Quarantine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * One JSON file per succeeded run: enough to assign new customers as the run's own were. A file is whole or not there: it is written under
 * another name, forced to the disk and then moved, so that neither {@code kill -9} nor a power cut leaves half of one.
 */
@Component
class ModelFiles {
    /** The first layout that this version still reads: it has transform and model, and neither columns nor names. */
    private static final int OLDEST = 1;

    private static final Pattern MODEL = Pattern.compile("([0-9]{1,18})[.]json");

    private final Home home;
    private final Path folder;

    ModelFiles(Home home) {
        this.home = home;
        this.folder = home.models();
    }

    /** A new database would give the numbers of these runs to others, and write over their models. */
    void setAsideUnknown(Set<RunId> known, Instant now) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> unknown =
                    files.filter(file -> isOfUnknown(file, known)).sorted().toList();
            Quarantine.take(home, "models", unknown, now);
        } catch (IOException e) {
            throw new UncheckedIOException("The models of unknown runs could not be moved aside.", e);
        }
    }

    private static boolean isOfUnknown(Path file, Set<RunId> known) {
        Matcher name = MODEL.matcher(file.getFileName().toString());
        return name.matches() && !known.contains(new RunId(Long.parseLong(name.group(1))));
    }

    /** @throws UncheckedIOException where the disk refuses; nothing stands under the name of the model then */
    void write(RunId run, ModelDocument model) {
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

    /** @throws UserFacingException where it is gone, or of a layout that this version does not read */
    StoredModel read(RunId run) {
        StoredModel model = Documents.read(text(run), StoredModel.class);
        if (model.version() < OLDEST || model.version() > ModelDocument.VERSION) {
            throw new UserFacingException("The model of run " + run + " has version " + model.version()
                    + ", this Segmenta reads versions " + OLDEST + " to " + ModelDocument.VERSION
                    + ". Start the run again.");
        }
        return model;
    }

    private String text(RunId run) {
        try {
            return Files.readString(file(run));
        } catch (IOException e) {
            throw new UserFacingException("The model of run " + run + " is no longer there. Start the run again.", e);
        }
    }

    void delete(RunId run) {
        try {
            Files.deleteIfExists(file(run));
            Files.deleteIfExists(folder.resolve(run + ".part"));
        } catch (IOException e) {
            throw new UncheckedIOException("The model of run " + run + " could not be deleted.", e);
        }
    }

    private Path file(RunId run) {
        return folder.resolve(run + ".json");
    }
}
