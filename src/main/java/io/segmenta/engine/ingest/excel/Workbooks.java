package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.ingest.table.SourceFile;
import java.io.IOException;
import java.nio.file.Path;

/** The door to the workbooks of Excel; each sheet is a table. Formulas and macros are never run: the values that were saved count. */
public final class Workbooks {
    private Workbooks() {}

    /**
     * A workbook of Excel 2007 or later (.xlsx, .xlsm).
     *
     * @param name for messages
     * @throws io.segmenta.engine.base.UserFacingException where it is damaged or no workbook
     */
    public static SourceFile openXlsx(Path file, String name) throws IOException {
        return XlsxWorkbook.open(file, name);
    }

    /**
     * A workbook of Excel 97 to 2003 (.xls).
     *
     * @param name for messages
     * @throws io.segmenta.engine.base.UserFacingException where it is damaged, protected by a password or no workbook
     */
    public static SourceFile openXls(Path file, String name) throws IOException {
        return XlsWorkbook.open(file, name);
    }
}
