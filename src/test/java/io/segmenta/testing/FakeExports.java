package io.segmenta.testing;

import io.segmenta.engine.base.RunId;
import io.segmenta.service.export.ExportService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Each file says which run and which file it is. */
public final class FakeExports implements ExportService {
    @Override
    public void write(RunId run, ExportFile file, OutputStream out) {
        try {
            out.write((file.fileName() + " of run " + run + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
