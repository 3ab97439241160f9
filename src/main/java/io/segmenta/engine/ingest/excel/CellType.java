package io.segmenta.engine.ingest.excel;

/** What the text of a worksheet cell means (ECMA-376 part 1, 18.18.11). */
enum CellType {
    NUMBER,
    SHARED_STRING,
    TEXT,
    BOOLEAN,
    ERROR,
    ISO_DATE;

    /** The value of the attribute {@code t} under the scanner. */
    static CellType of(XmlScanner xml) {
        if (xml.valueIs("n")) {
            return NUMBER;
        }
        if (xml.valueIs("s")) {
            return SHARED_STRING;
        }
        if (xml.valueIs("b")) {
            return BOOLEAN;
        }
        if (xml.valueIs("e")) {
            return ERROR;
        }
        return xml.valueIs("d") ? ISO_DATE : TEXT;
    }
}
