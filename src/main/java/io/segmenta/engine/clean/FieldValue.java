package io.segmenta.engine.clean;

/**
 * Something that occurs in a column, to choose rows by.
 *
 * @param value as a {@link RowFilter} takes it
 * @param description of a product, otherwise empty
 * @param rows of the file that have it
 */
public record FieldValue(String value, String description, long rows) {}
