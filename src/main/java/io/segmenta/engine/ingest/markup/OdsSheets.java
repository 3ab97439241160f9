package io.segmenta.engine.ingest.markup;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.PlainNumber;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.Unpacking;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The content of an OpenDocument spreadsheet (ISO/IEC 26300-1, 9): typed cells, repeated cells and rows. */
final class OdsSheets implements SheetReader {
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private final SheetRow row = new SheetRow();

    static Opener opener(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry manifest = zip.getEntry("META-INF/manifest.xml");
            if (manifest != null) {
                try (InputStream in = zip.getInputStream(manifest)) {
                    if (new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8).contains("encryption-data")) {
                        throw new UserFacingException("\"" + name + "\" is protected with a password. Open it in "
                                + "LibreOffice, save it without password and upload that.");
                    }
                }
            }
        }
        return () -> content(file);
    }

    private static InputStream content(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        ZipEntry content = zip.getEntry("content.xml");
        if (content == null) {
            zip.close();
            throw new IOException("it has no content");
        }
        Unpacking limit = new Unpacking("content.xml", Math.max(1, content.getCompressedSize()), Progress.SILENT);
        return new FilterInputStream(zip.getInputStream(content)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int n = super.read(bytes, offset, length);
                limit.add(Math.max(n, 0));
                return n;
            }

            @Override
            public void close() throws IOException {
                zip.close();
            }
        };
    }

    @Override
    public void read(XMLStreamReader xml, Sheets sheets) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && is(xml, TABLE, "table")) {
                String name = xml.getAttributeValue(TABLE, "name");
                sheet(xml, sheets.begin(name == null ? "" : name));
            }
        }
    }

    private void sheet(XMLStreamReader xml, RowHandler handler) throws XMLStreamException {
        boolean more = true;
        int times = 1;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (is(xml, TABLE, "table-row")) {
                    row.begin();
                    times = count(xml, "number-rows-repeated");
                } else if (is(xml, TABLE, "table-cell") || is(xml, TABLE, "covered-table-cell")) {
                    cell(xml);
                } else if (is(xml, TABLE, "table")) {
                    depth++;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (is(xml, TABLE, "table-row")) {
                    more = more && row.end(handler, times);
                } else if (is(xml, TABLE, "table")) {
                    depth--;
                }
            }
        }
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        int times = count(xml, "number-columns-repeated");
        String value = value(xml);
        StringBuilder text = new StringBuilder();
        int depth = 1;
        boolean remark = false;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                remark = remark || is(xml, OFFICE, "annotation");
                if (is(xml, TEXT, "p") && !text.isEmpty() && !remark) {
                    text.append('\n');
                } else if (is(xml, TEXT, "s") && !remark) {
                    text.append(' ');
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                remark = remark && !is(xml, OFFICE, "annotation");
            } else if (event == XMLStreamConstants.CHARACTERS && depth > 1 && !remark) {
                text.append(xml.getText());
            }
        }
        row.add(value == null ? text.toString() : value, times);
    }

    /** @return null where the text of the cell is its value */
    private static @Nullable String value(XMLStreamReader xml) {
        String type = xml.getAttributeValue(OFFICE, "value-type");
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "float", "currency", "percentage" -> {
                String number = xml.getAttributeValue(OFFICE, "value");
                yield number == null ? null : PlainNumber.of(number);
            }
            case "date" -> {
                String date = xml.getAttributeValue(OFFICE, "date-value");
                yield date == null ? null : SheetText.instant(date);
            }
            case "boolean" -> xml.getAttributeValue(OFFICE, "boolean-value");
            default -> null;
        };
    }

    private static int count(XMLStreamReader xml, String attribute) {
        return SheetText.count(xml.getAttributeValue(TABLE, attribute), 1);
    }

    private static boolean is(XMLStreamReader xml, String namespace, String name) {
        return xml.getLocalName().equals(name) && namespace.equals(xml.getNamespaceURI());
    }
}
