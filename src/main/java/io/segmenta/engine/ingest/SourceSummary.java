package io.segmenta.engine.ingest;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param format for people: "CSV, comma, UTF-8", "XLSX, sheet Online Retail"
 * @param rows data rows, headers not counted
 * @param reading how it was read
 */
public record SourceSummary(String format, List<String> headers, long rows, SourceNotes reading) {
    public SourceSummary {
        headers = List.copyOf(headers);
    }

    /** Sentences on how it was read; often none. */
    public List<String> notes() {
        return reading.all();
    }
}
