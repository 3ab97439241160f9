package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.ReportingHandler;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.ingest.table.UnsupportedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Excel workbook (.xlsx, .xlsm), read in a stream; formulas and macros are never run. */
final class XlsxWorkbook implements SourceFile {
    private static final long SHEET = XmlScanner.key("sheet");
    private static final long PROPERTIES = XmlScanner.key("workbookPr");
    private static final long NAME = XmlScanner.key("name");
    private static final long ID = XmlScanner.key("id");
    private static final long DATE_1904 = XmlScanner.key("date1904");

    private final XlsxPackage parts;
    private final List<Table> sheets = new ArrayList<>();
    private boolean since1904;

    private XlsxWorkbook(XlsxPackage parts) {
        this.parts = parts;
    }

    static XlsxWorkbook open(Path file, String name) throws IOException {
        XlsxPackage parts = new XlsxPackage(file);
        try {
            XlsxWorkbook workbook = new XlsxWorkbook(parts);
            workbook.readSheets(name);
            return workbook;
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public List<Table> tables() {
        return sheets;
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    private void readSheets(String name) throws IOException {
        String workbook = parts.relationships("").values().stream()
                .filter(relationship -> relationship.type().equals("officeDocument"))
                .map(XlsxPackage.Relationship::part)
                .findFirst()
                .orElse("xl/workbook.xml");
        Map<String, XlsxPackage.Relationship> related = parts.relationships(workbook);
        List<Sheet> found = new ArrayList<>();
        try (InputStream in = parts.open(workbook).orElseThrow(() -> noSheet(name))) {
            XmlScanner xml = new XmlScanner(in);
            while (xml.next()) {
                if (xml.name() == PROPERTIES && xml.begins()) {
                    readProperties(xml);
                } else if (xml.name() == SHEET && xml.begins()) {
                    readSheet(xml, related, found);
                }
            }
        }
        SharedStrings strings = SharedStrings.none();
        Optional<InputStream> texts = part(related, "sharedStrings");
        if (texts.isPresent()) {
            try (InputStream in = new ReadAhead(texts.get())) {
                strings = SharedStrings.read(in);
            }
        }
        DateStyles styles = DateStyles.none();
        Optional<InputStream> formats = part(related, "styles");
        if (formats.isPresent()) {
            try (InputStream in = formats.get()) {
                styles = DateStyles.read(in);
            }
        }
        for (Sheet sheet : found) {
            sheets.add(new XlsxSheet(sheet.name, parts, sheet.part, new CellText(strings, styles, since1904)));
        }
    }

    private record Sheet(String name, String part) {}

    private Optional<InputStream> part(Map<String, XlsxPackage.Relationship> related, String type) throws IOException {
        for (XlsxPackage.Relationship relationship : related.values()) {
            if (relationship.type().equals(type)) {
                return parts.open(relationship.part());
            }
        }
        return Optional.empty();
    }

    private void readProperties(XmlScanner xml) {
        while (xml.nextAttribute()) {
            if (xml.attribute() == DATE_1904) {
                since1904 = xml.valueIs("1") || xml.valueIs("true");
            }
        }
    }

    private static void readSheet(XmlScanner xml, Map<String, XlsxPackage.Relationship> related, List<Sheet> found) {
        String name = "";
        String id = "";
        while (xml.nextAttribute()) {
            if (xml.attribute() == NAME) {
                name = xml.value();
            } else if (xml.attribute() == ID) {
                id = xml.value();
            }
        }
        XlsxPackage.Relationship relationship = related.get(id);
        if (relationship != null && relationship.type().equals("worksheet")) {
            found.add(new Sheet(name, relationship.part()));
        }
    }

    private static UserFacingException noSheet(String name) {
        return new UnsupportedFile(name, "is an Office file without a sheet");
    }

    private static final class XlsxSheet implements Table {
        private static final long REPORT_EVERY_ROWS = 5_000;
        private static final int DIMENSION_BYTES = 4096;
        private static final Pattern CORNER =
                Pattern.compile("<(?:\\w+:)?dimension ref=\"[A-Z]+\\d+:[A-Z]+(\\d{1,9})\"");

        private final String name;
        private final XlsxPackage parts;
        private final String part;
        private final CellText text;
        private final List<List<String>> firstRows;

        XlsxSheet(String name, XlsxPackage parts, String part, CellText text) throws IOException {
            this.name = name;
            this.parts = parts;
            this.part = part;
            this.text = text;
            FirstRows first = new FirstRows(FirstRows.MOST);
            try (InputStream in = open()) {
                new SheetScanner(in, text).scan(first);
            }
            this.firstRows = first.rows();
        }

        private InputStream open() throws IOException {
            return parts.open(part).orElseThrow(XmlScanner::broken);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String format() {
            return "Excel, sheet " + name;
        }

        @Override
        public List<List<String>> firstRows() {
            return firstRows;
        }

        /** Most programs write the corners of the sheet at its beginning; its first row is most likely a header. */
        @Override
        public OptionalLong rows() {
            try (InputStream in = open()) {
                Matcher corner = CORNER.matcher(new String(in.readNBytes(DIMENSION_BYTES), StandardCharsets.UTF_8));
                return corner.find() ? OptionalLong.of(Long.parseLong(corner.group(1)) - 1) : OptionalLong.empty();
            } catch (IOException e) {
                return OptionalLong.empty();
            }
        }

        @Override
        public void scan(RowHandler handler, Progress progress) throws IOException {
            double size = parts.size(part);
            try (InputStream in = new ReadAhead(open())) {
                SheetScanner scanner = new SheetScanner(in, text);
                scanner.scan(new ReportingHandler(
                        handler,
                        REPORT_EVERY_ROWS,
                        () -> progress.report(Math.min(1, scanner.consumed() / size), "reading sheet " + name)));
            }
        }
    }
}
