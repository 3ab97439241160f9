package io.segmenta.engine.budget;

/**
 * A number a plan rests on, which the manager can replace.
 *
 * @param source where it comes from, a sentence for people
 */
public record Assumption(double value, String source) {}
