package io.segmenta.service.installation;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.StoreLimits;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Every setting of an installation, with its default. Keys are these names with hyphens after {@code segmenta.}, for example
 * {@code segmenta.upload-limit}; any other key under that prefix stops the start.
 *
 * @param home the folder that holds everything the product keeps
 * @param workers runs at the same time; each stage already uses every core
 * @param datasetMemory what DuckDB may use for one dataset beyond the Java heap; it spills to disk above
 * @param datasetThreads of DuckDB for one dataset, 0 for one per core
 * @param uploadLimit the largest file that can be uploaded
 */
@ConfigurationProperties("segmenta")
public record Settings(
        @DefaultValue("artifacts") Path home,
        @DefaultValue("1") int workers,
        @DefaultValue("512MB") DataSize datasetMemory,
        @DefaultValue("0") int datasetThreads,
        @DefaultValue("2GB") DataSize uploadLimit) {
    public Settings {
        home = home.toAbsolutePath().normalize();
        require(workers >= 1 && workers <= 64, "segmenta.workers", workers, "between 1 and 64");
        require(
                datasetMemory.toMegabytes() >= StoreLimits.LEAST_MEBIBYTES,
                "segmenta.dataset-memory",
                datasetMemory,
                "at least " + StoreLimits.LEAST_MEBIBYTES + "MB");
        require(datasetThreads >= 0, "segmenta.dataset-threads", datasetThreads, "0 (one per core) or more");
        require(uploadLimit.toBytes() > 0, "segmenta.upload-limit", uploadLimit, "more than nothing, for example 2GB");
    }

    public StoreLimits storeLimits() {
        int threads = datasetThreads == 0 ? Runtime.getRuntime().availableProcessors() : datasetThreads;
        return new StoreLimits(Math.toIntExact(datasetMemory.toMegabytes()), threads);
    }

    private static void require(boolean valid, String key, Object value, String expected) {
        if (!valid) {
            throw new UserFacingException("The setting " + key + " (" + value + ") must be " + expected + ".");
        }
    }
}
