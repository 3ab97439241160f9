package io.segmenta.clean;

import io.segmenta.transactions.DateOrder;
import io.segmenta.transactions.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Dates and times in text. The time that is written counts, whatever its zone: a shop's day is the day on its own clock. Understood are
 * ISO dates whatever the order; the order's own with / - or . and two or four digits of the year; names of months; the serial days of
 * Excel; seconds and milliseconds since 1970.
 */
final class InstantFormat {
    private static final List<String> TIMES = List.of(
            " %H:%M:%S", " %H:%M", "", " %I:%M:%S %p", " %I:%M %p", ", %H:%M:%S", ", %H:%M", "T%H:%M:%S", "T%H:%M");

    private InstantFormat() {}

    /** The instant in a text column; NULL where there is none or where it is before 1900 or after 2199. */
    static String sql(String column, DateOrder order) {
        String bare = "regexp_replace(regexp_replace(trim(" + column
                + "), '\\s*(Z|UTC|GMT|(:\\d\\d(\\.\\d+)?)\\s*[+-]\\d\\d:?\\d\\d)$', '\\2'), '(:\\d\\d)[.,]\\d+$', '\\1')";
        return "coalesce("
                + within(parse(column, withTimes(fourDigitYears(order)))) + ", "
                + within(parse(column, withTimes(twoDigitYears(order)))) + ", "
                + within(parse(bare, withTimes(all(order)))) + ", "
                + within(serial(column)) + ")";
    }

    private static String within(String instant) {
        return "CASE WHEN " + instant + " BETWEEN TIMESTAMP '1900-01-01' AND TIMESTAMP '2199-12-31 23:59:59' THEN "
                + instant + " END";
    }

    private static String parse(String text, List<String> formats) {
        return "try_strptime(" + text + ", [" + formats.stream().map(Sql::text).collect(Collectors.joining(", "))
                + "])";
    }

    private static String serial(String column) {
        String number = "try_cast(" + column + " AS DOUBLE)";
        return "CASE WHEN " + number + " BETWEEN 1 AND 110000 THEN TIMESTAMP '1899-12-30' + to_microseconds(CAST(round("
                + number + " * 86400) AS BIGINT) * 1000000)"
                + " WHEN " + number + " BETWEEN 100000000 AND 7258118399 THEN epoch_ms(CAST(" + number
                + " * 1000 AS BIGINT))"
                + " WHEN " + number + " BETWEEN 100000000000 AND 7258118399000 THEN epoch_ms(CAST(" + number
                + " AS BIGINT)) END";
    }

    private static List<String> fourDigitYears(DateOrder order) {
        List<String> iso = List.of("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d");
        List<String> own =
                switch (order) {
                    case YEAR_FIRST -> List.of();
                    case DAY_FIRST -> List.of("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y");
                    case MONTH_FIRST -> List.of("%m/%d/%Y", "%m-%d-%Y", "%m.%d.%Y");
                };
        return join(own, iso);
    }

    private static List<String> twoDigitYears(DateOrder order) {
        return switch (order) {
            case YEAR_FIRST -> List.of("%y-%m-%d", "%y/%m/%d");
            case DAY_FIRST -> List.of("%d/%m/%y", "%d.%m.%y", "%d-%m-%y");
            case MONTH_FIRST -> List.of("%m/%d/%y", "%m-%d-%y");
        };
    }

    private static List<String> all(DateOrder order) {
        List<String> named = List.of(
                "%d-%b-%Y",
                "%d-%b-%y", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%b %d %Y", "%Y-%b-%d", "%Y%m%d");
        return join(fourDigitYears(order), named);
    }

    private static List<String> withTimes(List<String> dates) {
        List<String> formats = new ArrayList<>();
        for (String date : dates) {
            for (String time : TIMES) {
                formats.add(date + time);
            }
        }
        return formats;
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
