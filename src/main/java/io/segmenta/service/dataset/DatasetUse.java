package io.segmenta.service.dataset;

/**
 * What a dataset takes up, and what would go with it.
 *
 * @param diskBytes of its rows as they are kept, which is not the size of the uploaded file
 * @param runs made from it, whatever became of them
 */
public record DatasetUse(long diskBytes, int runs) {}
