package io.segmenta.engine.reading;

/**
 * What the file itself does not decide.
 *
 * @param words for people: what is open, with examples
 * @param option of the command line that answers it, to be copied
 * @param guess what is taken where nobody answers; empty where there is no guess and the file cannot be read without an answer
 */
public record Question(String words, String option, String guess) {}
