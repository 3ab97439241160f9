package io.segmenta.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Streams an upload to disk; the heap holds no more than a buffer of it. What is cut off or too large leaves nothing behind.
 */
public final class Intake implements UploadHandler {
    private static final long serialVersionUID = 1L;

    /** What to say of an upload that is not taken. */
    public record Words(String tooLarge, String cutOff) {}

    private final transient Path folder;
    private final long limit;
    private final transient Words words;
    private final transient Consumer<HeldFile> received;
    private final transient Consumer<String> refused;

    /**
     * @param limit in bytes
     * @param received gets the file, which is the receiver's from then on; on the page's thread
     * @param refused gets the reason; on the page's thread
     */
    public Intake(Path folder, long limit, Words words, Consumer<HeldFile> received, Consumer<String> refused) {
        this.folder = folder;
        this.limit = limit;
        this.words = words;
        this.received = received;
        this.refused = refused;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        Path file = Files.createTempFile(folder, "upload-", ".part");
        boolean whole = false;
        try (InputStream in = event.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            whole = event.getFileSize() <= limit && copy(in, out);
        } catch (IOException e) {
            Background.show(ui, () -> refused.accept(words.cutOff()));
            throw e;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        if (whole) {
            HeldFile held = new HeldFile(file, event.getFileName());
            ui.accessLater(() -> received.accept(held), held::close).run();
        } else {
            event.reject(words.tooLarge());
            Background.show(ui, () -> refused.accept(words.tooLarge()));
        }
    }

    /** False as soon as it is more than the limit, whatever the browser said before. */
    private boolean copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            total += n;
            if (total > limit) {
                return false;
            }
            out.write(buffer, 0, n);
        }
        return true;
    }
}
