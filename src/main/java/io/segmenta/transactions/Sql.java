package io.segmenta.transactions;

import io.segmenta.base.CancelledException;
import io.segmenta.base.UserFacingException;
import java.sql.SQLException;
import java.util.Locale;

/** Literals and failures of the store's SQL. */
public final class Sql {
    private Sql() {}

    /** A text literal. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static boolean isMalformedCsv(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("CSV Error")
                || message.contains("Invalid unicode")
                || message.contains("not utf-8 encoded");
    }

    static RuntimeException failure(String sql, SQLException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("interrupt")) {
            return new CancelledException();
        }
        if (message.contains("no space left") || message.contains("out of memory")) {
            return new UserFacingException(
                    "There is not enough room for this dataset (" + e.getMessage()
                            + "). Free disk space or raise the memory limit.",
                    e);
        }
        return new IllegalStateException("The dataset store refused: " + sql, e);
    }
}
