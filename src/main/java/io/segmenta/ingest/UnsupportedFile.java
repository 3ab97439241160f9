package io.segmenta.ingest;

import io.segmenta.base.UserFacingException;

/** The one sentence for files that hold no table of transactions. */
final class UnsupportedFile {
    private UnsupportedFile() {}

    static UserFacingException exception(String name, String what) {
        return new UserFacingException(
                "\"" + name + "\" " + what
                        + ". Export your orders as CSV or Excel (.xlsx), one line per purchased product, and upload that; a ZIP of such files also works.");
    }
}
