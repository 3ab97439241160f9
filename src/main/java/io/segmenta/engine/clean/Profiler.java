package io.segmenta.engine.clean;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.ColumnProfile.Kind;
import io.segmenta.engine.clean.Distribution.Part;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.InstantFormat;
import io.segmenta.engine.columns.NumberFormat;
import io.segmenta.engine.columns.ShortYears;
import io.segmenta.engine.columns.SourceColumns;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks at the columns of a file as it was read, whatever the cleaning makes of its rows. */
public final class Profiler {
    private static final int SAMPLE_ROWS = 10_000;
    /** A column is of a kind where so many of its cells are. */
    private static final double NEARLY_ALL = 0.95;

    /** Up to here different cells are counted one by one: estimates of DuckDB 1.4 were off by a fifth. */
    private static final long COUNTED_ROWS = 1_000_000;

    private static final int TOP = 10;
    private static final int BINS = 20;
    private static final int MOST_DAYS = 62;
    private static final int MOST_WEEKS = 400;
    private static final int MOST_MONTHS = 3000;

    private final TransactionStore store;
    private final ColumnMapping mapping;
    private final List<String> headers;
    private final LocalDate today;

    private Profiler(TransactionStore store, ColumnMapping mapping, LocalDate today) {
        this.today = today;
        this.store = store;
        this.mapping = mapping;
        this.headers = store.headers();
    }

    /** All columns in the order of the file, by one pass over all rows after one over some. */
    public static List<ColumnProfile> profile(
            TransactionStore store, ColumnMapping mapping, LocalDate today, Progress progress) {
        return new Profiler(store, mapping, today).profiles(progress);
    }

    /**
     * One column more closely.
     *
     * @throws io.segmenta.engine.base.UserFacingException where there is no such column
     */
    public static Distribution distribution(
            TransactionStore store, ColumnMapping mapping, String header, LocalDate today, Progress progress) {
        return new Profiler(store, mapping, today).spread(header, progress);
    }

    /** @param value SQL for a cell as a value of this kind, NULL where it is none */
    private record Typed(Kind kind, String value) {}

    private List<ColumnProfile> profiles(Progress progress) {
        progress.report(0, "Looking at some rows of every column");
        List<Typed> typed = typed();
        boolean estimated = store.rows() > COUNTED_ROWS;
        String distinct = estimated ? "approx_count_distinct(" : "count(DISTINCT ";
        String columns = IntStream.range(0, headers.size())
                .mapToObj(i -> "count(" + text(i) + ") AS n" + i + ", count(" + typed.get(i).value + ") AS t" + i
                        + ", " + distinct + text(i) + ") AS d" + i + ", CAST(min(" + range(typed.get(i), i)
                        + ") AS VARCHAR) AS a" + i + ", CAST(max(" + range(typed.get(i), i) + ") AS VARCHAR) AS z" + i)
                .collect(Collectors.joining(", "));
        store.execute(
                "CREATE OR REPLACE TEMP TABLE profiled AS SELECT count(*) AS rows, " + columns + " FROM source",
                progress,
                "Looking at every row");
        List<ColumnProfile> profiles = new ArrayList<>();
        store.query("SELECT * FROM profiled", row -> {
            long rows = row.integer(0);
            for (int i = 0; i < headers.size(); i++) {
                int at = 1 + 5 * i;
                long there = row.integer(at);
                profiles.add(new ColumnProfile(
                        headers.get(i),
                        there == 0 ? Kind.EMPTY : typed.get(i).kind,
                        rows,
                        rows - there,
                        there - row.integer(at + 1),
                        // An estimate may be above what is possible.
                        Math.min(row.integer(at + 2), there),
                        estimated,
                        row.text(at + 3),
                        row.text(at + 4)));
            }
        });
        store.execute("DROP TABLE profiled");
        return profiles;
    }

    private static String range(Typed typed, int column) {
        return switch (typed.kind) {
            case NUMBER -> typed.value;
            case DATE -> "CAST(" + typed.value + " AS DATE)";
            case TEXT, EMPTY -> "length(" + text(column) + ")";
        };
    }

    private static String text(int column) {
        return "nullif(trim(c" + column + "), '')";
    }

    /** What a mapped column holds is known; of the others some rows tell. */
    private List<Typed> typed() {
        Map<String, Field> fields = new HashMap<>();
        mapping.headers().forEach((field, header) -> fields.put(header, field));
        String some = "(SELECT * FROM source WHERE rowid % " + Math.max(1, store.rows() / SAMPLE_ROWS) + " = 0)";
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            Field field = fields.get(headers.get(i));
            typed.add(field == null ? told(i, some) : known(field, i));
        }
        return typed;
    }

    private Typed known(Field field, int column) {
        return switch (field) {
            case QUANTITY, UNIT_PRICE, LINE_TOTAL, ORDER_TOTAL ->
                new Typed(Kind.NUMBER, SourceColumns.of(store, mapping).number(field));
            case TIMESTAMP ->
                new Typed(
                        Kind.DATE,
                        ColumnMapper.instants(store, "c" + column, mapping.dateOrder(), today)
                                .checked("c" + column));
            default -> new Typed(Kind.TEXT, text(column));
        };
    }

    private String instant(String column) {
        return new InstantFormat(mapping.dateOrder(), ShortYears.of(today)).checked(column);
    }

    private Typed told(int column, String some) {
        List<Typed> candidates = List.of(
                new Typed(Kind.NUMBER, new NumberFormat(false).sql("c" + column)),
                new Typed(Kind.NUMBER, new NumberFormat(true).sql("c" + column)),
                new Typed(Kind.DATE, instant("c" + column)));
        long[] hits = new long[1 + candidates.size()];
        store.query(
                candidates.stream()
                        .map(candidate -> "count(" + candidate.value + ")")
                        .collect(Collectors.joining(", ", "SELECT count(" + text(column) + "), ", " FROM " + some)),
                row -> {
                    for (int i = 0; i < hits.length; i++) {
                        hits[i] = row.integer(i);
                    }
                });
        int best = 0;
        for (int i = 1; i < candidates.size(); i++) {
            best = hits[1 + i] > hits[1 + best] ? i : best;
        }
        boolean nearlyAll = hits[0] > 0 && hits[1 + best] >= NEARLY_ALL * hits[0];
        return nearlyAll ? candidates.get(best) : new Typed(Kind.TEXT, text(column));
    }

    private Distribution spread(String header, Progress progress) {
        store.column(header);
        int column = headers.indexOf(header);
        progress.report(0, "Counting the values of " + header);
        List<Part> top = new ArrayList<>();
        long[] distinct = new long[1];
        store.query(
                "SELECT value, n, count(*) OVER () FROM (SELECT " + text(column)
                        + " AS value, count(*) AS n FROM source GROUP BY value) WHERE value IS NOT NULL"
                        + " ORDER BY n DESC, value LIMIT " + TOP,
                row -> {
                    top.add(new Part(String.valueOf(row.text(0)), row.integer(1)));
                    distinct[0] = row.integer(2);
                });
        Typed typed = typed().get(column);
        progress.report(0.5, "Counting the values of " + header);
        List<Part> bins =
                switch (typed.kind) {
                    case NUMBER -> numbers(typed.value);
                    case DATE -> dates(typed.value);
                    case TEXT, EMPTY -> List.of();
                };
        return new Distribution(distinct[0], top, bins);
    }

    /** Of a round width, over what lies between the first and the last percent: a single mistyped number shall not flatten all bars. */
    private List<Part> numbers(String value) {
        double[] ends = {Double.NaN, Double.NaN};
        store.query(
                "SELECT approx_quantile(x, 0.01), approx_quantile(x, 0.99), min(x), max(x) FROM (SELECT " + value
                        + " AS x FROM source)",
                row -> {
                    boolean flat = row.number(0) >= row.number(1);
                    ends[0] = row.number(flat ? 2 : 0);
                    ends[1] = row.number(flat ? 3 : 1);
                });
        if (!(ends[0] < ends[1])) {
            return List.of();
        }
        double width = roundUp((ends[1] - ends[0]) / BINS);
        long first = (long) Math.floor(ends[0] / width);
        long last = Math.max(first, (long) Math.ceil(ends[1] / width) - 1);
        long[] counts = new long[(int) (last - first + 1)];
        store.query(
                "SELECT CAST(least(greatest(floor(x / " + width + "), " + first + "), " + last
                        + ") AS BIGINT) AS bin, count(*) FROM (SELECT " + value
                        + " AS x FROM source) WHERE x IS NOT NULL GROUP BY bin",
                row -> counts[(int) (row.integer(0) - first)] = row.integer(1));
        return IntStream.range(0, counts.length)
                .mapToObj(i -> new Part(plain((first + i) * width), counts[i]))
                .toList();
    }

    private static double roundUp(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double step : new double[] {1, 2, 5}) {
            if (width <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private List<Part> dates(String value) {
        Map<LocalDate, Long> counts = new HashMap<>();
        List<@Nullable LocalDate> ends = new ArrayList<>();
        store.query(
                "SELECT CAST(min(x) AS DATE), CAST(max(x) AS DATE) FROM (SELECT " + value + " AS x FROM source)",
                row -> {
                    ends.add(row.day(0));
                    ends.add(row.day(1));
                });
        LocalDate first = ends.get(0);
        LocalDate last = ends.get(1);
        if (first == null || last == null) {
            return List.of();
        }
        ChronoUnit unit = unit(first, last);
        String name = unit.name().replaceAll("S$", "").toLowerCase(Locale.ROOT);
        store.query(
                "SELECT CAST(date_trunc('" + name + "', x) AS DATE) AS bin, count(*) FROM (SELECT " + value
                        + " AS x FROM source) WHERE x IS NOT NULL GROUP BY bin ORDER BY bin",
                row -> {
                    LocalDate day = row.day(0);
                    if (day != null) {
                        counts.put(day, row.integer(1));
                    }
                });
        LocalDate from = counts.keySet().stream().min(LocalDate::compareTo).orElse(first);
        List<Part> bins = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(last); day = day.plus(1, unit)) {
            bins.add(new Part(day.toString(), counts.getOrDefault(day, 0L)));
        }
        return bins;
    }

    private static ChronoUnit unit(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        if (days <= MOST_DAYS) {
            return ChronoUnit.DAYS;
        }
        if (days <= MOST_WEEKS) {
            return ChronoUnit.WEEKS;
        }
        return days <= MOST_MONTHS ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
    }
}
