package io.segmenta.service.dataset;

import io.segmenta.engine.sample.SampleGenerator;
import io.segmenta.engine.sample.SampleSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Transactions of a shop that does not exist: the ones shipped with the product, or any number of new ones. */
public final class SampleShop {
    static final String FILE_NAME = "Sample shop.csv";
    private static final String RESOURCE = "/sample/sample-transactions.csv";

    private SampleShop() {}

    /**
     * Writes CSV in UTF-8; does not close the stream.
     *
     * @return data rows written
     */
    public static long generate(SampleSettings settings, OutputStream out) throws IOException {
        return SampleGenerator.write(settings, out);
    }

    static void copyTo(Path file) throws IOException {
        try (InputStream in = SampleShop.class.getResourceAsStream(RESOURCE)) {
            Files.copy(Objects.requireNonNull(in, RESOURCE), file);
        }
    }
}
