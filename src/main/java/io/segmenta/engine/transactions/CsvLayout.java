package io.segmenta.engine.transactions;

/**
 * How a UTF-8 CSV file is cut into cells. Cells may stand in double quotes, doubled inside.
 *
 * @param skippedLines lines before the first data row: the header and whatever stands above it
 */
public record CsvLayout(char delimiter, int skippedLines) {
    public CsvLayout {
        if (skippedLines < 0 || delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
            throw new IllegalArgumentException("A CSV file cannot have the delimiter (" + (int) delimiter + ") or skip "
                    + skippedLines + " lines.");
        }
    }
}
