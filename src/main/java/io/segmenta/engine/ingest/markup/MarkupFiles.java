package io.segmenta.engine.ingest.markup;

import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to tables that are written in markup. Nothing of them is run, fetched or expanded. */
public final class MarkupFiles {
    private MarkupFiles() {}

    /**
     * A spreadsheet of LibreOffice and others (.ods).
     *
     * @param name for messages
     * @throws io.segmenta.engine.base.UserFacingException where it is damaged or locked
     */
    public static SourceFile openOds(Path file, String name) throws IOException {
        return of(SheetTable.all(OdsSheets.opener(file, name), OdsSheets::new, "OpenDocument", name));
    }

    /**
     * A workbook that Excel of 2002 and 2003 wrote as XML, and shop systems still do, mostly called .xls.
     *
     * @param name for messages
     * @throws io.segmenta.engine.base.UserFacingException where it is damaged
     */
    public static SourceFile openSpreadsheetXml(Path file, String name) throws IOException {
        return of(SheetTable.all(SpreadsheetXml.opener(file), SpreadsheetXml::new, "XML Spreadsheet 2003", name));
    }

    /**
     * The tables of a web page, which shop systems like to call .xls.
     *
     * @param name for messages
     * @param encoding a name that Java knows; null to take what the page says of itself
     * @throws io.segmenta.engine.ingest.table.UnsupportedFile where there is no table in it
     */
    public static SourceFile openHtml(Path file, String name, @Nullable String encoding) throws IOException {
        return of(HtmlTable.all(file, name, encoding));
    }

    private static SourceFile of(List<Table> tables) {
        return SourceFile.of(tables);
    }
}
