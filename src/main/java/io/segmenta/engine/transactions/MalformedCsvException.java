package io.segmenta.engine.transactions;

/**
 * A CSV file that the bulk reader does not take: ragged rows, an open quote, bytes that are no UTF-8, a line of megabytes. Checked, and never
 * shown: whoever loads has another reader that takes any text, so there is nothing for the user to mend.
 */
public final class MalformedCsvException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedCsvException(Throwable cause) {
        super("The file is not regular CSV: " + cause.getMessage(), cause);
    }
}
