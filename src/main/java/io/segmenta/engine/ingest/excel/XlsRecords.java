package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.ingest.table.PlainNumber;
import io.segmenta.engine.ingest.table.RowHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Turns the records of an .xls workbook into rows, sheet by sheet. */
final class XlsRecords implements HSSFListener {
    private final IntFunction<RowHandler> sheets;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this);
    private final List<String> sheetNames = new ArrayList<>();
    private @Nullable SSTRecord strings;
    private @Nullable RowHandler handler;
    private @Nullable FormulaRecord textFormula;
    private boolean since1904;
    private boolean wanted = true;
    private int sheet = -1;
    private int row = -1;

    /** @param sheets who takes the rows of a sheet, by its place from 0 */
    XlsRecords(IntFunction<RowHandler> sheets) {
        this.sheets = sheets;
    }

    HSSFListener listener() {
        return formats;
    }

    /** In the order of the file. */
    List<String> sheetNames() {
        return sheetNames;
    }

    /** To be called when all records were seen. */
    void finish() {
        endRow();
    }

    @Override
    public void processRecord(Record found) {
        switch (found) {
            case BoundSheetRecord bound -> sheetNames.add(bound.getSheetname());
            case DateWindow1904Record window -> since1904 = window.getWindowing() == 1;
            case SSTRecord table -> strings = table;
            case BOFRecord begin -> {
                if (begin.getType() == BOFRecord.TYPE_WORKSHEET) {
                    endRow();
                    handler = sheets.apply(++sheet);
                    wanted = true;
                }
            }
            case StringRecord result -> {
                if (textFormula != null) {
                    cell(textFormula, result.getString());
                    textFormula = null;
                }
            }
            case FormulaRecord formula -> formula(formula);
            case NumberRecord number -> cell(number, number(number, number.getValue()));
            case RKRecord number -> cell(number, number(number, number.getRKNumber()));
            case LabelRecord label -> cell(label, label.getValue());
            case LabelSSTRecord label -> {
                if (strings != null && label.getSSTIndex() < strings.getNumUniqueStrings()) {
                    cell(label, strings.getString(label.getSSTIndex()).toString());
                }
            }
            case BoolErrRecord value -> {
                if (value.isBoolean()) {
                    cell(value, value.getBooleanValue() ? "TRUE" : "FALSE");
                }
            }
            default -> {
                // styles, widths, charts: no cells
            }
        }
    }

    private void formula(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            textFormula = formula;
        } else if (formula.getCachedResultTypeEnum() == CellType.BOOLEAN) {
            cell(formula, formula.getCachedBooleanValue() ? "TRUE" : "FALSE");
        } else if (formula.getCachedResultTypeEnum() == CellType.NUMERIC) {
            cell(formula, number(formula, formula.getValue()));
        }
    }

    private String number(CellValueRecordInterface cell, double value) {
        int format = formats.getFormatIndex(cell);
        boolean date = format >= 0
                && value >= 0
                && value < CellText.LAST_DAY
                && DateUtil.isADateFormat(format, formats.getFormatString(cell));
        return date ? CellText.date(value, since1904) : PlainNumber.of(Double.toString(value));
    }

    private void cell(CellValueRecordInterface place, String text) {
        if (handler == null || !wanted) {
            return;
        }
        if (place.getRow() != row) {
            endRow();
            row = place.getRow();
        }
        if (wanted && !text.isEmpty()) {
            handler.text(place.getColumn(), text);
        }
    }

    private void endRow() {
        if (handler != null && row >= 0 && wanted) {
            wanted = handler.endRow();
        }
        row = -1;
    }
}
