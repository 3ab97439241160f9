package io.segmenta.service.race;

import java.time.LocalDate;
import java.util.List;

/**
 * Where a file of purchases is cut into what the models know and what they forecast.
 *
 * @param label unique for the file
 * @param origin the last day that is known
 * @param days after it that are forecast, at least 1
 */
public record Split(PurchaseLog log, String label, LocalDate origin, int days) {
    /** As in the publications. */
    public static final List<Split> ALL = List.of(
            new Split(PurchaseLog.CDNOW_SAMPLE, "39 + 39 weeks", LocalDate.of(1997, 9, 30), 273),
            new Split(PurchaseLog.CDNOW, "39 + 39 weeks", LocalDate.of(1997, 9, 30), 273),
            new Split(PurchaseLog.CDNOW, "1997, then half of 1998", LocalDate.of(1997, 12, 31), 181),
            new Split(PurchaseLog.GROCERY, "52 + 52 weeks", LocalDate.of(2006, 12, 31), 364),
            new Split(PurchaseLog.APPAREL, "2005 and 2006, then 2007", LocalDate.of(2006, 12, 31), 365),
            new Split(PurchaseLog.ONLINE_RETAIL, "40 + 13 weeks", LocalDate.of(2011, 9, 9), 91));
}
