package io.segmenta.engine.ingest.table;

import io.segmenta.engine.base.UserFacingException;

/**
 * A file that holds no table of transactions. To whoever uploads it this is a {@link UserFacingException} like any other; the type is there for the
 * archive, which passes over such members and over nothing else.
 */
public final class UnsupportedFile extends UserFacingException {
    private static final long serialVersionUID = 1L;

    /** @param what for example "is a picture" */
    public UnsupportedFile(String name, String what) {
        super("\"" + name + "\" " + what
                + ". Export your orders as CSV or Excel (.xlsx), one line per purchased product, and upload that; "
                + "a ZIP of such files also works.");
    }
}
