package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.ReportingHandler;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.ingest.table.UnsupportedFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook of Excel 97 to 2003 (.xls), read record by record through POI's event model. */
final class XlsWorkbook implements SourceFile {
    /** The major version of BIFF in the first record. */
    private static final int EXCEL_97 = 6;

    private final POIFSFileSystem files;
    private final String name;
    private final List<Table> sheets = new ArrayList<>();

    private XlsWorkbook(POIFSFileSystem files, String name) {
        this.files = files;
        this.name = name;
    }

    static XlsWorkbook open(Path file, String name) throws IOException {
        POIFSFileSystem files;
        try {
            files = new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RuntimeException e) {
            throw damaged(name, e);
        }
        XlsWorkbook workbook = new XlsWorkbook(files, name);
        try {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw locked(name);
            }
            if (files.getRoot().hasEntryCaseInsensitive("WordDocument")) {
                throw new UnsupportedFile(name, "is a Word document");
            }
            workbook.refuseOlder();
            workbook.list();
            return workbook;
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    @Override
    public List<Table> tables() {
        return sheets;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private void list() throws IOException {
        List<FirstRows> first = new ArrayList<>();
        XlsRecords records = new XlsRecords(sheet -> {
            while (first.size() <= sheet) {
                first.add(new FirstRows(FirstRows.MOST));
            }
            return first.get(sheet);
        });
        process(records);
        for (int i = 0; i < records.sheetNames().size() && i < first.size(); i++) {
            sheets.add(new XlsSheet(
                    this, i, records.sheetNames().get(i), first.get(i).rows()));
        }
    }

    private void process(XlsRecords records) throws IOException {
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(records.listener());
        try (InputStream in = files.createDocumentInputStream(stream())) {
            new HSSFEventFactory().abortableProcessEvents(request, in);
            records.finish();
        } catch (FileNotFoundException e) {
            throw new UnsupportedFile(name, "is an Office file without a sheet");
        } catch (EncryptedDocumentException e) {
            throw locked(name);
        } catch (UserFacingException | CancelledException | UncheckedIOException e) {
            throw e;
        } catch (HSSFUserException | RuntimeException e) {
            // what POI throws at a damaged record has many names
            throw damaged(name, e);
        }
    }

    /** POI reads no records of Excel 5 and 95: the first record tells the version. */
    private void refuseOlder() throws IOException {
        try (InputStream in = files.createDocumentInputStream(stream())) {
            byte[] start = in.readNBytes(6);
            if (start.length == 6 && start[5] < EXCEL_97) {
                throw new UnsupportedFile(
                        name,
                        "is a workbook of Excel 5 or 95; opened in Excel or LibreOffice it can be saved as .xlsx");
            }
        } catch (FileNotFoundException e) {
            // told when its sheets are looked for
            return;
        } catch (UserFacingException e) {
            throw e;
        } catch (RuntimeException e) {
            throw damaged(name, e);
        }
    }

    private String stream() throws FileNotFoundException {
        for (String stream : List.of("Workbook", "Book", "WORKBOOK", "BOOK")) {
            if (files.getRoot().hasEntry(stream)) {
                return stream;
            }
        }
        throw new FileNotFoundException("Workbook");
    }

    private static UserFacingException locked(String name) {
        return new UserFacingException(
                "\"" + name + "\" is protected with a password. Open it in Excel or LibreOffice, save it without "
                        + "password and upload that.");
    }

    private static UserFacingException damaged(String name, Exception cause) {
        return new UserFacingException(
                "\"" + name + "\" cannot be read as an Excel workbook: it is damaged or was cut off. Open it in "
                        + "Excel or LibreOffice, save it as .xlsx and upload that.",
                cause);
    }

    private record XlsSheet(XlsWorkbook workbook, int index, String name, List<List<String>> firstRows)
            implements Table {
        private static final long REPORT_EVERY_ROWS = 5_000;

        @Override
        public String format() {
            return "Excel 97-2003, sheet " + name;
        }

        @Override
        public void scan(RowHandler handler, Progress progress) throws IOException {
            RowHandler reporting = new ReportingHandler(
                    handler, REPORT_EVERY_ROWS, () -> progress.report(0.5, "reading sheet " + name));
            RowHandler nothing = new FirstRows(0);
            workbook.process(new XlsRecords(sheet -> sheet == index ? reporting : nothing));
        }
    }
}
