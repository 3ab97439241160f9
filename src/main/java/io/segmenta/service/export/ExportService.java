package io.segmenta.service.export;

import io.segmenta.engine.base.RunId;
import java.io.OutputStream;

/** A run's results as files. */
public interface ExportService {
    /** The files a run can be exported as. */
    enum ExportFile {
        CUSTOMERS_CSV("customers.csv", "text/csv"),
        SEGMENTS_CSV("segments.csv", "text/csv"),
        ACTION_PLAN_CSV("action-plan.csv", "text/csv"),
        COHORTS_CSV("cohorts.csv", "text/csv");

        private final String fileName;
        private final String mediaType;

        ExportFile(String fileName, String mediaType) {
            this.fileName = fileName;
            this.mediaType = mediaType;
        }

        public String fileName() {
            return fileName;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** Writes UTF-8; does not close the stream. */
    void write(RunId run, ExportFile file, OutputStream out);
}
