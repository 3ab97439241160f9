package io.segmenta.engine.orders;

import java.time.LocalDate;

/**
 * An order as the cleaning left it.
 *
 * @param number as in the file, or its time where the file numbers no orders
 * @param day its first
 * @param lines rows of the file
 * @param pieces of all lines; NaN where the file does not count them
 * @param amount in currency, before anything came back
 */
public record Order(String number, LocalDate day, long lines, double pieces, double amount) {}
