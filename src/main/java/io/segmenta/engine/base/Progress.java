package io.segmenta.engine.base;

/** Where long work tells how far it is and learns that it should stop. Called from the working thread; cheap enough for every few thousand rows. */
@FunctionalInterface
public interface Progress {
    /** For work nobody watches. */
    Progress SILENT = (fraction, detail) -> {};

    /**
     * @param fraction how much of the current stage is done, 0 to 1
     * @param detail what is being done, in the user's words, may be empty
     * @throws CancelledException when the work should stop
     */
    void report(double fraction, String detail);
}
