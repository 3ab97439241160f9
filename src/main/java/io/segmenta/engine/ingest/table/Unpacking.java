package io.segmenta.engine.ingest.table;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;

/** Watches how much comes out of a compressed file. */
public final class Unpacking {
    /** Exports shrink to a tenth, monotonous ones to a fiftieth. */
    private static final long MAX_RATIO = 250;

    private static final long HARMLESS = 64L << 20;
    private static final long REPORT_EVERY = 8L << 20;

    private final String name;
    private final long packedBytes;
    private final Progress progress;
    private long bytes;
    private long reported;

    public Unpacking(String name, long packedBytes, Progress progress) {
        this.name = name;
        this.packedBytes = packedBytes;
        this.progress = progress;
    }

    /**
     * @param count of further bytes that came out
     * @throws UserFacingException beyond 250 times what is packed, where that is more than 64 MiB
     * @throws io.segmenta.engine.base.CancelledException where the progress is cancelled
     */
    public void add(int count) {
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
