package io.segmenta.engine.budget;

import org.jspecify.annotations.Nullable;

/**
 * A number a plan rests on, which the manager can replace.
 *
 * @param source where it comes from, a sentence for people
 * @param doubt the standard deviation of its logarithm, by how far such numbers were off before; null where the number is taken as it is
 */
public record Assumption(
        double value, String source, @Nullable Double doubt) {
    public Assumption(double value, String source) {
        this(value, source, null);
    }
}
