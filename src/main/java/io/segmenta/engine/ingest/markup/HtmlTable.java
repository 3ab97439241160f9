package io.segmenta.engine.ingest.markup;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.ReportingHandler;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.ingest.table.UnsupportedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A table of a web page, held in memory as a browser does. */
record HtmlTable(String name, Element table, List<List<String>> firstRows) implements Table {
    /** A page takes about eight times its size in memory. */
    private static final long LARGEST = 64L << 20;

    private static final long REPORT_EVERY_ROWS = 5_000;
    private static final int MOST_COLUMNS = 16_384;

    static List<Table> all(Path file, String name, @Nullable String encoding) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new UserFacingException("\"" + name + "\" is a web page of more than " + (LARGEST >> 20)
                    + " MB. Open it in Excel or LibreOffice, save it as .xlsx and upload that.");
        }
        Document page;
        try (InputStream in = Files.newInputStream(file)) {
            page = Jsoup.parse(in, encoding, "");
        }
        List<Table> tables = new ArrayList<>();
        for (Element table : page.select("table")) {
            FirstRows first = new FirstRows(FirstRows.MOST);
            rows(table, first);
            if (first.rows().size() > 1) {
                Element caption = table.selectFirst("> caption");
                String called = "table " + (tables.size() + 1);
                tables.add(
                        new HtmlTable(caption == null ? called : called + ": " + caption.text(), table, first.rows()));
            }
        }
        if (tables.isEmpty()) {
            throw new UnsupportedFile(name, "is a web page without a table");
        }
        return tables;
    }

    @Override
    public String format() {
        return "Web page, " + name;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(
                table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr").size() - 1L);
    }

    @Override
    public void scan(RowHandler handler, Progress progress) {
        rows(table, new ReportingHandler(handler, REPORT_EVERY_ROWS, () -> progress.report(0.5, "reading " + name)));
    }

    private static void rows(Element table, RowHandler handler) {
        boolean more = true;
        for (Element row : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
            if (!more) {
                return;
            }
            int column = 0;
            for (Element cell : row.children()) {
                if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                    String text = cell.text();
                    if (!text.isBlank() && column < MOST_COLUMNS) {
                        handler.text(column, text);
                    }
                    column += Math.min(MOST_COLUMNS, SheetText.count(cell.attr("colspan"), 1));
                }
            }
            more = handler.endRow();
        }
    }
}
