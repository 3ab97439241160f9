package io.segmenta.engine.transactions;

/**
 * What a dataset store may use.
 *
 * @param memoryMebibytes DuckDB's own memory, beyond the Java heap; it spills to disk above
 * @param threads at least 1
 */
public record StoreLimits(int memoryMebibytes, int threads) {
    /** The least that is tried with files larger than it. */
    public static final int LEAST_MEBIBYTES = 64;

    // src/docs/decisions/rows-in-dictionaries.md
    private static final int PLENTY = 256;

    public StoreLimits {
        if (memoryMebibytes < LEAST_MEBIBYTES || threads < 1) {
            throw new IllegalArgumentException("A dataset store needs at least " + LEAST_MEBIBYTES
                    + " MiB and one thread, not " + memoryMebibytes + " MiB and " + threads + ".");
        }
    }

    /** Of a file at once: rows of one buffer are stored together, and small lots cost time. */
    int csvBufferBytes() {
        return Math.clamp((long) memoryMebibytes << 17, 4 << 20, 64 << 20);
    }

    /** Lots of 122,880 rows that each thread keeps before it writes them. */
    int rowGroupsWritten() {
        return memoryMebibytes < PLENTY ? 1 : 5;
    }

    public static StoreLimits defaults() {
        return new StoreLimits(512, Runtime.getRuntime().availableProcessors());
    }
}
