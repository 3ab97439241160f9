package io.segmenta.ingest;

import java.io.IOException;
import java.io.InputStream;

/** The rows of one worksheet (ECMA-376 part 1, 18.3): cells and their values; formulas, phonetic hints and everything else is passed over. */
final class SheetScanner {
    private final XmlScanner xml;
    private final CellText cellText;

    SheetScanner(InputStream in, CellText cellText) {
        this.xml = new XmlScanner(in);
        this.cellText = cellText;
    }

    /** Bytes read so far, for progress. */
    long consumed() {
        return xml.consumed();
    }

    /** Hands over rows until the sheet ends or the handler has enough. */
    void scan(RowHandler handler) throws IOException {
        int column = -1;
        boolean phonetic = false;
        CellType type = CellType.NUMBER;
        int style = 0;
        while (xml.next()) {
            if (xml.is("c")) {
                if (xml.begins()) {
                    column++;
                    type = CellType.NUMBER;
                    style = 0;
                    while (xml.nextAttribute()) {
                        if (xml.attributeIs("r")) {
                            column = Math.max(column, xml.column());
                        } else if (xml.attributeIs("s")) {
                            style = xml.number();
                        } else if (xml.attributeIs("t")) {
                            type = CellType.of(xml);
                        }
                    }
                }
                if (xml.ends()) {
                    if (xml.textLength() > 0) {
                        cellText.write(handler, column, type, style, xml.text(), xml.textLength());
                        xml.clearText();
                    }
                }
            } else if (xml.is("v") || xml.is("t")) {
                xml.collect(!xml.ends() && !phonetic);
            } else if (xml.is("row")) {
                column = -1;
                if (xml.ends() && !handler.endRow()) {
                    return;
                }
            } else if (xml.is("rPh")) {
                phonetic = !xml.ends();
            } else if (xml.is("sheetData") && xml.ends()) {
                return;
            }
        }
        throw XmlScanner.broken();
    }
}
