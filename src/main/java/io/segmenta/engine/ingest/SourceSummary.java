package io.segmenta.engine.ingest;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param format for people: "CSV, comma, UTF-8", "XLSX, sheet Online Retail"
 * @param rows data rows, headers not counted
 * @param notes sentences on what of the file was not read and why the rest was, for whoever brought it; often none
 */
public record SourceSummary(String format, List<String> headers, long rows, List<String> notes) {
    public SourceSummary {
        headers = List.copyOf(headers);
        notes = List.copyOf(notes);
    }
}
