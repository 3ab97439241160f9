package io.segmenta.service.dataset;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.ingest.DatasetReader;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.ingest.SourceSummary;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.installation.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;

/** How a file becomes a dataset: read beside the others, and moved into its place once it is whole. */
record Intake(DatasetRepository datasets, DatasetStores stores, Home home, Clock clock) {
    SourceCatalogue catalogue(Path file, String fileName, SourceOptions options, Progress progress) {
        return DatasetReader.catalogue(file, fileName, options, home.temporaryFile(".look"), progress);
    }

    Dataset add(Path file, String fileName, SourceOptions options, Progress progress) {
        Fingerprint fingerprint = fingerprint(file, fileName, options);
        // Whoever uploads the same content at the same time waits here and finds it.
        return stores.alone(
                fingerprint,
                target -> datasets.find(fingerprint)
                        .orElseGet(() -> read(file, fileName, options, fingerprint, target, progress)));
    }

    private Dataset read(
            Path file,
            String fileName,
            SourceOptions options,
            Fingerprint fingerprint,
            Path target,
            Progress progress) {
        Path fresh = home.temporaryFile(".duckdb");
        try {
            SourceSummary summary;
            try (TransactionStore store = stores.openTemporary(fresh)) {
                summary = DatasetReader.read(file, fileName, options, store, progress);
            }
            Home.deleteStore(target);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            Dataset dataset = new Dataset(
                    fingerprint,
                    fileName,
                    summary.format(),
                    summary.headers(),
                    summary.rows(),
                    Files.size(file),
                    clock.instant(),
                    summary.reading());
            datasets.add(dataset);
            return dataset;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Home.deleteStore(fresh);
        }
    }

    /** Of the content, and of what was chosen of it: another sheet of a workbook is another dataset. */
    private static Fingerprint fingerprint(Path file, String fileName, SourceOptions options) {
        try {
            Fingerprint content = Fingerprint.of(file);
            return options.equals(SourceOptions.AUTOMATIC)
                    ? content
                    : Fingerprint.of(content.sha256() + Documents.write(options));
        } catch (IOException e) {
            throw new UserFacingException(
                    "The file " + fileName + " cannot be read. Check that it is there and that you may read it.", e);
        }
    }

    Dataset addSample(Progress progress) {
        Path copy = home.temporaryFile(".csv");
        try {
            SampleShop.copyTo(copy);
            return add(copy, SampleShop.FILE_NAME, SourceOptions.AUTOMATIC, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Home.deleteTree(copy);
        }
    }
}
