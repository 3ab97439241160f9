package io.segmenta.engine.ingest.markup;

import io.segmenta.engine.ingest.table.PlainNumber;
import io.segmenta.engine.ingest.table.RowHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A workbook in the XML of Excel 2002 and 2003: Workbook, Worksheet, Table, Row, Cell, Data. */
final class SpreadsheetXml implements SheetReader {
    static final String NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

    private final SheetRow row = new SheetRow();

    static Opener opener(Path file) {
        return () -> Files.newInputStream(file);
    }

    @Override
    public void read(XMLStreamReader xml, Sheets sheets) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && is(xml, "Worksheet")) {
                String name = xml.getAttributeValue(NAMESPACE, "Name");
                sheet(xml, sheets.begin(name == null ? "" : name));
            }
        }
    }

    private void sheet(XMLStreamReader xml, RowHandler handler) throws XMLStreamException {
        boolean more = true;
        int rows = 0;
        for (int event = xml.next();
                !(event == XMLStreamConstants.END_ELEMENT && is(xml, "Worksheet"));
                event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && is(xml, "Row")) {
                row.begin();
                int index = SheetText.count(xml.getAttributeValue(NAMESPACE, "Index"), rows + 1);
                if (index > rows + 1 && more) {
                    // the rows between have no cells
                    more = handler.endRow();
                }
                rows = index;
            } else if (event == XMLStreamConstants.START_ELEMENT && is(xml, "Cell")) {
                cell(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT && is(xml, "Row")) {
                more = more && row.end(handler, 1);
            }
        }
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        String index = xml.getAttributeValue(NAMESPACE, "Index");
        if (index != null) {
            row.moveTo(SheetText.count(index, 1) - 1);
        }
        String across = xml.getAttributeValue(NAMESPACE, "MergeAcross");
        String type = "";
        StringBuilder text = new StringBuilder();
        boolean inData = false;
        for (int event = xml.next();
                !(event == XMLStreamConstants.END_ELEMENT && is(xml, "Cell"));
                event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && is(xml, "Data")) {
                String declared = xml.getAttributeValue(NAMESPACE, "Type");
                type = declared == null ? "" : declared;
                inData = true;
            } else if (event == XMLStreamConstants.END_ELEMENT && is(xml, "Data")) {
                inData = false;
            } else if (inData && event == XMLStreamConstants.CHARACTERS) {
                text.append(xml.getText());
            }
        }
        row.add(value(type, text.toString()), 1);
        row.add("", across == null ? 0 : SheetText.count(across, 0));
    }

    private static String value(String type, String text) {
        return switch (type) {
            case "Number" -> PlainNumber.of(text.strip());
            case "DateTime" -> SheetText.instant(text.strip());
            default -> text;
        };
    }

    private static boolean is(XMLStreamReader xml, String name) {
        return xml.getLocalName().equals(name) && NAMESPACE.equals(xml.getNamespaceURI());
    }
}
