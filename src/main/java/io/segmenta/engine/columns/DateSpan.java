package io.segmenta.engine.columns;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days that the dates of a column keep to. What lies outside is a typing error, and a single one would move the day that recency is
 * counted from: it is no readable date.
 *
 * @param first day that is read
 * @param last day that is read
 * @param strays rows by day outside, few in all
 */
public record DateSpan(LocalDate first, LocalDate last, NavigableMap<LocalDate, Long> strays) {
    /** Whatever a date may be. */
    public static final DateSpan ANY =
            new DateSpan(LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31), new TreeMap<>());

    /** Before it nobody wrote orders to a file, and empty dates of programs stand there: 1900-01-01, 1970-01-01. */
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    /** It may be tomorrow already where the shop is. */
    private static final int DAYS_AHEAD = 2;

    /** More of the rows than this are no typing errors. */
    private static final double FEW = 0.05;

    private static final double FEW_EARLY = 0.1;
    /** Of a day that stands alone after all others, however far: a shop may have paused. */
    private static final double VERY_FEW = 0.005;

    private static final int ENOUGH_ROWS = 5;
    private static final int ENOUGH_DAYS = 10;
    private static final long LONG_PAUSE = 2 * 365;

    /**
     * @param rows by day, of all dates of a column that are known to be one
     * @param today of the reader
     */
    static DateSpan of(NavigableMap<LocalDate, Long> rows, LocalDate today) {
        long all = sum(rows);
        if (all < ENOUGH_ROWS) {
            return ANY;
        }
        LocalDate ahead = today.plusDays(DAYS_AHEAD);
        LocalDate last = few(rows.tailMap(ahead, false), Math.max(1, FEW * all)) ? ahead : ANY.last;
        LocalDate first = few(rows.headMap(EARLIEST, false), Math.max(1, FEW_EARLY * all)) ? EARLIEST : ANY.first;
        LocalDate alone = beforeTheLastAlone(rows.subMap(first, true, last, true), Math.max(1, VERY_FEW * all));
        last = alone == null ? last : alone;
        NavigableMap<LocalDate, Long> strays = new TreeMap<>(rows.headMap(first, false));
        strays.putAll(rows.tailMap(last, false));
        return strays.isEmpty() ? ANY : new DateSpan(first, last, strays);
    }

    private static boolean few(Map<LocalDate, Long> rows, double most) {
        return !rows.isEmpty() && sum(rows) <= most;
    }

    private static long sum(Map<LocalDate, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The last day but those that come years later, after longer than all the others took; null where there are none. */
    private static @Nullable LocalDate beforeTheLastAlone(NavigableMap<LocalDate, Long> rows, double most) {
        LocalDate day = rows.isEmpty() ? null : rows.lastKey();
        while (day != null && rows.size() >= ENOUGH_DAYS) {
            LocalDate before = rows.lowerKey(day);
            if (before == null || sum(rows.tailMap(day, true)) > most) {
                return null;
            }
            long pause = ChronoUnit.DAYS.between(before, day);
            if (pause > LONG_PAUSE && pause > 2 * ChronoUnit.DAYS.between(rows.firstKey(), before)) {
                return before;
            }
            day = before;
        }
        return null;
    }

    /** How many rows have such a date. */
    public long strayRows() {
        return sum(strays);
    }
}
