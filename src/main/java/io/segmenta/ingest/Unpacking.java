package io.segmenta.ingest;

import io.segmenta.base.Progress;
import io.segmenta.base.UserFacingException;

/** Watches how much comes out of a compressed file. */
final class Unpacking {
    /** Exports shrink to a tenth, monotonous ones to a fiftieth. */
    private static final long MAX_RATIO = 250;

    private static final long HARMLESS = 64L << 20;
    private static final long REPORT_EVERY = 8L << 20;

    private final String name;
    private final long packedBytes;
    private final Progress progress;
    private long bytes;
    private long reported;

    Unpacking(String name, long packedBytes, Progress progress) {
        this.name = name;
        this.packedBytes = packedBytes;
        this.progress = progress;
    }

    void add(int count) {
        bytes += count;
        if (bytes > HARMLESS && bytes > MAX_RATIO * packedBytes) {
            throw new UserFacingException("\"" + name + "\" unpacks to more than " + MAX_RATIO
                    + " times its size, which no export does. Unpack it yourself and upload the file inside.");
        }
        if (bytes - reported > REPORT_EVERY) {
            reported = bytes;
            progress.report(0, "unpacking " + name);
        }
    }
}
