package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.ingest.table.RowHandler;
import java.io.IOException;
import java.io.InputStream;

/** The rows of one worksheet (ECMA-376 part 1, 18.3): cells and their values; formulas, phonetic hints and everything else is passed over. */
final class SheetScanner {
    private static final long SHEET_DATA = XmlScanner.key("sheetData");
    private static final long ROW = XmlScanner.key("row");
    private static final long CELL = XmlScanner.key("c");
    private static final long VALUE = XmlScanner.key("v");
    private static final long TEXT = XmlScanner.key("t");
    private static final long PHONETIC = XmlScanner.key("rPh");
    private static final long REFERENCE = XmlScanner.key("r");
    private static final long STYLE = XmlScanner.key("s");
    private static final long TYPE = XmlScanner.key("t");

    private final XmlScanner xml;
    private final CellText cellText;
    private int column = -1;
    private CellType type = CellType.NUMBER;
    private int style;

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
        boolean phonetic = false;
        while (xml.next()) {
            long name = xml.name();
            if (name == VALUE || name == TEXT) {
                xml.collect(!xml.ends() && !phonetic);
            } else if (name == CELL) {
                if (xml.begins()) {
                    openCell();
                }
                if (xml.ends() && xml.text().length() > 0) {
                    cellText.write(
                            handler,
                            column,
                            type,
                            style,
                            xml.text().bytes(),
                            xml.text().length());
                    xml.text().clear();
                }
            } else if (name == ROW) {
                column = -1;
                if (xml.ends() && !handler.endRow()) {
                    return;
                }
            } else if (name == PHONETIC) {
                phonetic = !xml.ends();
            } else if (name == SHEET_DATA && xml.ends()) {
                return;
            }
        }
        throw XmlScanner.broken();
    }

    private void openCell() {
        column++;
        type = CellType.NUMBER;
        style = 0;
        while (xml.nextAttribute()) {
            long attribute = xml.attribute();
            if (attribute == REFERENCE) {
                column = Math.max(column, xml.column());
            } else if (attribute == STYLE) {
                style = xml.number();
            } else if (attribute == TYPE) {
                type = CellType.of(xml);
            }
        }
    }
}
