package io.segmenta.engine.ingest;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Totals and remarks below the last row of a table. */
final class Footers {
    /** How a total is called, in the languages of the exports. */
    private static final Pattern TOTAL = Pattern.compile(
            "(?:grand |sub ?)?totals?|sum|(?:gesamt|zwischen|end)?summe|gesamt(?:betrag)?|insgesamt|total general|total g\u00e9n\u00e9ral|totaux|"
                    + "totale|totaal|somma|somme|suma|subtotal|razem|toplam|genel toplam|\u0438\u0442\u043e\u0433\u043e|\u0432\u0441\u0435\u0433\u043e|"
                    + "t\u1ed5ng|t\u1ed5ng c\u1ed9ng|jumlah|\u5408\u8a08|\u5408\u8ba1|\u603b\u8ba1|\u7e3d\u8a08|\ud569\uacc4|\ucd1d\uacc4|"
                    + "\u0627\u0644\u0625\u062c\u0645\u0627\u0644\u064a|\u0627\u0644\u0645\u062c\u0645\u0648\u0639",
            Pattern.UNICODE_CASE);

    private Footers() {}

    /**
     * A total has nothing in some column; it may have as many cells as the further rows of an order whose cells were merged.
     *
     * @param usual filled cells of a row
     */
    static boolean isTotal(List<String> cells, long usual) {
        return Cells.filled(cells) <= usual
                && Cells.filled(cells) < cells.size()
                && cells.stream()
                        .map(cell -> cell.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*[:=]$", ""))
                        .anyMatch(cell -> TOTAL.matcher(cell).matches());
    }

    /** A sentence alone in a row that should have more cells. */
    static boolean isRemark(List<String> cells, long usual) {
        return usual > 2
                && Cells.filled(cells) == 1
                && cells.stream()
                        .anyMatch(cell -> Cells.isLabel(cell) && cell.strip().contains(" "));
    }

    /** What most of the rows have, at least. */
    static long usual(List<List<String>> rows) {
        return rows.stream()
                .mapToLong(Cells::filled)
                .sorted()
                .skip(rows.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
