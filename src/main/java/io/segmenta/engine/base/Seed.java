package io.segmenta.engine.base;

import java.util.Random;

/**
 * The only source of randomness: the same seed gives the same result.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea and Flood (2014), Fast Splittable Pseudorandom Number Generators</a>
 */
public record Seed(long value) {
    public Random random() {
        return new Random(value);
    }

    /** An independent seed for a named purpose, so that adding one use of randomness does not shift the others. */
    public Seed derive(String purpose) {
        // SplitMix64 finaliser (Steele, Lea, Flood 2014): neighbouring inputs give unrelated outputs.
        long z = value * 0x9E3779B97F4A7C15L + purpose.hashCode();
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return new Seed(z ^ (z >>> 31));
    }

    /** For libraries that take an int. */
    public int asInt() {
        return Long.hashCode(value);
    }
}
