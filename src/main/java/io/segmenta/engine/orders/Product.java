package io.segmenta.engine.orders;

/**
 * What somebody bought of one product.
 *
 * @param name its number and its description, as far as the file has them
 * @param orders it was in
 * @param pieces NaN where the file does not count them
 * @param amount in currency, before anything came back
 */
public record Product(String name, long orders, double pieces, double amount) {}
