package io.segmenta.service.campaign;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.QualityReport;
import java.time.LocalDate;

/** First and last day of the purchases in some data. */
record Extent(LocalDate first, LocalDate last) {
    /** @throws UserFacingException where no purchase was kept */
    static Extent of(QualityReport quality) {
        LocalDate first = quality.firstDay();
        LocalDate last = quality.lastDay();
        if (first == null || last == null) {
            throw new UserFacingException(
                    "The data hold no purchase that counts, so nothing can be measured. Choose others.");
        }
        return new Extent(first, last);
    }
}
