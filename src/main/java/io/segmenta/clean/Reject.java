package io.segmenta.clean;

/**
 * A dropped row, explained.
 *
 * @param row its number in the file, from 1, headers not counted
 * @param words for example "Row 42, column InvoiceDate: expected a date, found 'yesterday'"
 */
public record Reject(long row, DropReason reason, String words) {}
