package io.segmenta.engine.base;

/**
 * Which run: its number in this installation, counted from 1. Written as a bare number.
 *
 * @param value at least 0; see {@link #ANY}
 */
public record RunId(long value) implements Comparable<RunId> {
    /** In a recipe that is only compared with others: what an earlier run found decides, not the number that it has here. */
    public static final RunId ANY = new RunId(0);

    public RunId {
        if (value < 0) {
            throw new IllegalArgumentException("A run is numbered from 1; " + value + " is no number of a run.");
        }
    }

    /** Earlier runs first. */
    @Override
    public int compareTo(RunId other) {
        return Long.compare(value, other.value);
    }

    /** The bare number, as it stands in addresses, sentences and documents. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
