package io.segmenta.engine.ingest;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param format for people: "CSV, comma, UTF-8", "XLSX, sheet Online Retail"
 * @param rows data rows, headers not counted
 */
public record SourceSummary(String format, List<String> headers, long rows) {}
