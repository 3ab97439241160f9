package io.segmenta.web.wizard.data;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.web.shell.HeldFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file and what was read of it so far. Reading it another way replaces what was read before, unless that had been there
 * already. One thread at a time.
 */
final class HeldUpload implements AutoCloseable {
    private final DatasetService datasets;
    private final HeldFile file;
    private @Nullable SourceCatalogue first;
    /** Read of this upload, and not there before it. */
    private @Nullable Dataset added;

    /**
     * What came of reading it.
     *
     * @param options how it was read
     * @param dataset null where it could not be read like that
     * @param refusal why not, else null
     * @param open whether somebody should look at how it was read
     */
    record Result(
            SourceCatalogue catalogue,
            SourceOptions options,
            @Nullable Dataset dataset,
            @Nullable UserFacingException refusal,
            boolean open) {}

    HeldUpload(DatasetService datasets, HeldFile file) {
        this.datasets = datasets;
        this.file = file;
    }

    String name() {
        return file.name();
    }

    /**
     * Reads it as a file with such tables was read last, or as the reader proposes.
     *
     * @throws UserFacingException where nothing can be read of it
     */
    Result read(Progress progress) {
        SourceCatalogue catalogue = datasets.catalogue(file.path(), file.name(), SourceOptions.AUTOMATIC, progress);
        first = catalogue;
        Optional<SourceOptions> known = datasets.remembered(catalogue);
        Result result =
                known.isPresent() ? read(known.get(), progress) : read(SourceOptions.AUTOMATIC, catalogue, progress);
        Dataset dataset = result.dataset();
        boolean evident = catalogue.evident() && !isDecided(dataset);
        // whoever brings a file once more may want it read another way
        boolean settled = known.isPresent() && added != null;
        if (dataset == null && evident) {
            throw Objects.requireNonNull(result.refusal());
        }
        return new Result(
                result.catalogue(),
                result.options(),
                dataset,
                result.refusal(),
                dataset == null || !(evident || settled));
    }

    /** Whether only the words of the text could tell what it is written in. */
    private static boolean isDecided(@Nullable Dataset dataset) {
        return dataset != null && dataset.reading() != null && dataset.reading().encoding() != null;
    }

    /** Reads it in a certain way. */
    Result read(SourceOptions options, Progress progress) {
        // which tables there are does not depend on which of them are wanted
        SourceOptions all = new SourceOptions(List.of(), options.header(), options.encoding());
        return read(options, datasets.catalogue(file.path(), file.name(), all, progress), progress);
    }

    private Result read(SourceOptions options, SourceCatalogue catalogue, Progress progress) {
        List<Dataset> before = datasets.list();
        try {
            Dataset dataset = datasets.add(file.path(), file.name(), options, progress);
            if (!dataset.equals(added)) {
                discard();
                added = before.contains(dataset) ? null : dataset;
            }
            return new Result(catalogue, options, dataset, null, true);
        } catch (UserFacingException e) {
            return new Result(catalogue, options, null, e, true);
        }
    }

    /** Reads the next file with such tables in the same way. */
    void agree(SourceOptions options) {
        if (first != null) {
            datasets.remember(first, options);
        }
    }

    /** Forgets also what was read of it. */
    void giveUp() {
        discard();
        close();
    }

    private void discard() {
        if (added != null && datasets.use(added.fingerprint()).runs() == 0) {
            datasets.delete(added.fingerprint());
        }
        added = null;
    }

    @Override
    public void close() {
        file.close();
    }
}
