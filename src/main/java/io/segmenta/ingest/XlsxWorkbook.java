package io.segmenta.ingest;

import io.segmenta.base.Progress;
import io.segmenta.base.UserFacingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/** An Excel workbook (.xlsx, .xlsm), read in a stream through POI's event model; formulas and macros are never run. */
final class XlsxWorkbook implements SourceFile {
    private final OPCPackage parts;
    private final List<Table> sheets;

    private XlsxWorkbook(OPCPackage parts, List<Table> sheets) {
        this.parts = parts;
        this.sheets = sheets;
    }

    static XlsxWorkbook open(Path file, String name) throws IOException {
        OPCPackage parts = null;
        try {
            parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
            return new XlsxWorkbook(parts, sheets(new XSSFReader(parts)));
        } catch (OpenXML4JException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            revert(parts);
            throw new UserFacingException(
                    "\"" + name + "\" cannot be opened as an Excel workbook: it is damaged or was cut off. Open it in "
                            + "Excel or LibreOffice, save it again and upload that.",
                    e);
        } catch (IOException | UserFacingException e) {
            revert(parts);
            throw e;
        }
    }

    @Override
    public List<Table> tables() {
        return sheets;
    }

    @Override
    public void close() {
        revert(parts);
    }

    private static void revert(@Nullable OPCPackage parts) {
        if (parts != null) {
            parts.revert();
        }
    }

    private static List<Table> sheets(XSSFReader reader) throws IOException, OpenXML4JException {
        boolean since1904;
        try (InputStream in = reader.getWorkbookData()) {
            since1904 = since1904(in);
        }
        BitSet dateStyles;
        try (InputStream in = reader.getStylesData()) {
            dateStyles = in == null ? new BitSet() : dateStyles(in);
        }
        SharedStrings strings;
        try (InputStream in = reader.getSharedStringsData()) {
            strings = in == null ? SharedStrings.none() : SharedStrings.read(in);
        }
        List<Table> sheets = new ArrayList<>();
        XSSFReader.SheetIterator iterator = reader.getSheetIterator();
        while (iterator.hasNext()) {
            iterator.next().close();
            CellText text = new CellText(strings, dateStyles, since1904);
            sheets.add(Sheet.of(iterator.getSheetName(), iterator.getSheetPart(), text));
        }
        return sheets;
    }

    private static boolean since1904(InputStream in) throws IOException {
        XmlScanner xml = new XmlScanner(in);
        while (xml.next()) {
            if (xml.is("workbookPr")) {
                while (xml.nextAttribute()) {
                    if (xml.attributeIs("date1904")) {
                        return xml.valueIs("1") || xml.valueIs("true");
                    }
                }
                return false;
            }
        }
        return false;
    }

    private static BitSet dateStyles(InputStream in) throws IOException {
        BitSet dates = new BitSet();
        Map<Integer, String> formats = new HashMap<>();
        boolean cellFormats = false;
        int style = 0;
        XmlScanner xml = new XmlScanner(in);
        while (xml.next()) {
            if (xml.is("cellXfs")) {
                cellFormats = !xml.ends();
            } else if (xml.is("numFmt") || (xml.is("xf") && cellFormats && xml.begins())) {
                boolean definition = xml.is("numFmt");
                int id = 0;
                String code = "";
                while (xml.nextAttribute()) {
                    if (xml.attributeIs("numFmtId")) {
                        id = xml.number();
                    } else if (xml.attributeIs("formatCode")) {
                        code = xml.value();
                    }
                }
                if (definition) {
                    formats.put(id, code);
                } else {
                    dates.set(style++, DateUtil.isADateFormat(id, formats.get(id)));
                }
            }
        }
        return dates;
    }

    private record Sheet(String name, PackagePart part, CellText text, List<List<String>> firstRows) implements Table {
        private static final long REPORT_EVERY_ROWS = 5_000;
        private static final int ROWS = 50;

        static Sheet of(String name, PackagePart part, CellText text) throws IOException {
            FirstRows first = new FirstRows(ROWS);
            try (InputStream in = part.getInputStream()) {
                new SheetScanner(in, text).scan(first);
            }
            return new Sheet(name, part, text, first.rows());
        }

        @Override
        public String format() {
            return "Excel, sheet " + name;
        }

        @Override
        public void scan(RowHandler handler, Progress progress) throws IOException {
            long size = Math.max(1, part.getSize());
            try (InputStream in = part.getInputStream()) {
                SheetScanner scanner = new SheetScanner(in, text);
                scanner.scan(new ReportingHandler(
                        handler,
                        REPORT_EVERY_ROWS,
                        () -> progress.report(
                                Math.min(1, (double) scanner.consumed() / size), "reading sheet " + name)));
            }
        }
    }
}
