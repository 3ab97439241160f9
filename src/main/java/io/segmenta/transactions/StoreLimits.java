package io.segmenta.transactions;

/**
 * What a dataset store may use.
 *
 * @param memoryMebibytes DuckDB's own memory, beyond the Java heap; it spills to disk above
 * @param threads at least 1
 */
public record StoreLimits(int memoryMebibytes, int threads) {
    public StoreLimits {
        if (memoryMebibytes < 64 || threads < 1) {
            throw new IllegalArgumentException("A dataset store needs at least 64 MiB and one thread, not "
                    + memoryMebibytes + " MiB and " + threads + ".");
        }
    }

    public static StoreLimits defaults() {
        return new StoreLimits(512, Runtime.getRuntime().availableProcessors());
    }
}
