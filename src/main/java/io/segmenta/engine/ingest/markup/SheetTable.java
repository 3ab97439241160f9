package io.segmenta.engine.ingest.markup;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.ReportingHandler;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;

/**
 * One sheet of a file of sheets in XML.
 *
 * @param index of the sheet, from 0
 * @param fileName for messages
 */
record SheetTable(
        SheetReader.Opener file,
        Supplier<SheetReader> reader,
        String formatName,
        String fileName,
        int index,
        String name,
        List<List<String>> firstRows)
        implements Table {
    private static final long REPORT_EVERY_ROWS = 5_000;

    static List<Table> all(SheetReader.Opener file, Supplier<SheetReader> reader, String format, String fileName)
            throws IOException {
        List<String> names = new ArrayList<>();
        List<FirstRows> first = new ArrayList<>();
        read(file, reader, fileName, name -> {
            names.add(name);
            first.add(new FirstRows(FirstRows.MOST));
            return first.getLast();
        });
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            tables.add(new SheetTable(
                    file,
                    reader,
                    format,
                    fileName,
                    i,
                    names.get(i),
                    first.get(i).rows()));
        }
        return tables;
    }

    @Override
    public String format() {
        return formatName + ", sheet " + name;
    }

    @Override
    public void scan(RowHandler handler, Progress progress) throws IOException {
        RowHandler reporting =
                new ReportingHandler(handler, REPORT_EVERY_ROWS, () -> progress.report(0.5, "reading sheet " + name));
        int[] next = new int[1];
        read(file, reader, fileName, sheet -> next[0]++ == index ? reporting : new FirstRows(0));
    }

    private static void read(
            SheetReader.Opener file, Supplier<SheetReader> reader, String fileName, SheetReader.Sheets sheets)
            throws IOException {
        try (InputStream in = file.open()) {
            reader.get().read(SheetReader.parser(in), sheets);
        } catch (XMLStreamException e) {
            throw new UserFacingException(
                    "\"" + fileName + "\" cannot be read as a spreadsheet: it is damaged or was cut off. Open it in "
                            + "Excel or LibreOffice, save it as .xlsx and upload that.",
                    e);
        }
    }
}
