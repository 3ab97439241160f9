package io.segmenta.engine.transactions;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.UserFacingException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Literals and failures of the store's SQL. */
public final class Sql {
    private static final String NO_MEMORY = "out of memory";

    private static final List<String> NO_ROOM = List.of(
            "no space left",
            NO_MEMORY,
            "file too large",
            "quota exceeded",
            "could not write",
            "max_temp_directory_size");

    private Sql() {}

    /** A text literal. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static boolean isMalformedCsv(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("CSV Error")
                // rows that end in \r\n and rows that end in \n in one file
                || message.contains("CSV Parser state machine")
                || message.contains("Invalid unicode")
                || message.contains("not utf-8 encoded");
    }

    static boolean isShortOfMemory(SQLException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(NO_MEMORY);
    }

    static RuntimeException failure(String sql, SQLException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("interrupt")) {
            return new CancelledException();
        }
        if (NO_ROOM.stream().anyMatch(message::contains)) {
            return new UserFacingException(
                    "There is not enough room for this dataset. Free disk space or raise the memory limit, then try again. ("
                            + firstLine(message) + ")",
                    e);
        }
        return new IllegalStateException("The dataset store refused: " + sql, e);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
