package io.segmenta.engine.ingest.table;

import java.math.BigDecimal;

/** How a number of a spreadsheet or a database is written as text. */
public final class PlainNumber {
    private PlainNumber() {}

    /** Binary noise such as 2.5499999999999998 is gone, 17850.0 is 17850, 1E-2 is 0.01; what is no number stays as it is. */
    public static String of(String number) {
        try {
            double value = Double.parseDouble(number);
            if (!Double.isFinite(value)) {
                return number;
            }
            BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            return decimal.signum() == 0 ? "0" : decimal.toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }
}
