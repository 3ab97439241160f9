package io.segmenta.engine.clean;

import io.segmenta.engine.clean.Reconciliation.Part;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lies between two columns of a table: on how many rows they agree, and which further columns close the gap on the others. One column
 * after the other is taken, each time that which leaves least; all are given back where no more rows agree with them than without.
 */
final class Gap {
    private static final int MOST_COLUMNS = 4;

    /** Of the gap, what another column must at least close. */
    private static final double CLOSES = 0.02;

    private final TransactionStore store;
    private final String table;
    private final List<Term> taken = new ArrayList<>();
    private String gap;

    /**
     * A way in which a column may make the difference.
     *
     * @param sql of what it adds, never NULL
     */
    record Term(String header, String sql) {}

    /** @param agreeing rows of all */
    private record Fit(long rows, long agreeing, double left) {}

    /**
     * @param parts sums of the columns that close the gap
     * @param stated sum of one column on the rows that have both
     * @param counted sum of the other there
     */
    record Closed(long rows, long agreeing, double stated, double counted, List<Part> parts) {}

    /** @param tolerance SQL of what is rounding */
    Gap(TransactionStore store, String table, String stated, String counted, String tolerance) {
        this.store = store;
        this.table = "(SELECT *, " + stated + " AS stated, " + counted + " AS counted, " + tolerance
                + " AS tolerance FROM " + table + " WHERE " + stated + " IS NOT NULL AND " + counted + " IS NOT NULL)";
        this.gap = "stated - counted";
    }

    Closed close(List<Term> terms) {
        Fit without = fits(List.of("0")).getFirst();
        Fit fit = without;
        List<Term> open = new ArrayList<>(terms);
        while (fit.agreeing < fit.rows && !open.isEmpty() && taken.size() < MOST_COLUMNS) {
            List<Fit> fits = fits(open.stream().map(Term::sql).toList());
            int best = 0;
            for (int i = 1; i < fits.size(); i++) {
                best = fits.get(i).left < fits.get(best).left ? i : best;
            }
            if (fits.get(best).left > (1 - CLOSES) * fit.left) {
                break;
            }
            fit = fits.get(best);
            Term term = open.get(best);
            taken.add(term);
            gap += " - " + term.sql;
            open.removeIf(other -> other.header.equals(term.header));
        }
        if (fit.agreeing <= without.agreeing) {
            taken.clear();
            fit = without;
        }
        return closed(fit);
    }

    private List<Fit> fits(List<String> terms) {
        List<Fit> fits = new ArrayList<>();
        store.query(
                "SELECT count(*), "
                        + terms.stream()
                                .map(term -> "count(*) FILTER (abs(" + gap + " - " + term
                                        + ") <= tolerance), coalesce(sum(abs(" + gap + " - " + term + ")), 0)")
                                .collect(Collectors.joining(", "))
                        + " FROM " + table,
                row -> {
                    for (int i = 0; i < terms.size(); i++) {
                        fits.add(new Fit(row.integer(0), row.integer(1 + 2 * i), row.number(2 + 2 * i)));
                    }
                });
        return fits;
    }

    private Closed closed(Fit fit) {
        List<Closed> closed = new ArrayList<>();
        store.query(
                "SELECT coalesce(sum(stated), 0), coalesce(sum(counted), 0)"
                        + taken.stream()
                                .map(term -> ", coalesce(sum(" + term.sql + "), 0)")
                                .collect(Collectors.joining())
                        + " FROM " + table,
                row -> {
                    List<Part> parts = new ArrayList<>();
                    for (int i = 0; i < taken.size(); i++) {
                        parts.add(new Part("\"" + taken.get(i).header + "\"", null, row.number(2 + i)));
                    }
                    closed.add(new Closed(fit.rows, fit.agreeing, row.number(0), row.number(1), parts));
                });
        return closed.getFirst();
    }

    /** Those of the ways that together make the rest to the cent. The fewest are not sought: each column counts once, and to the cent there is hardly another way. */
    static Optional<List<Part>> subset(List<Part> ways, int from, double rest) {
        if (Math.abs(rest) < 2 * Reconciliation.CENT) {
            return Optional.of(List.of());
        }
        for (int i = from; i < ways.size(); i++) {
            Part way = ways.get(i);
            int next = i + 1;
            while (next < ways.size() && ways.get(next).words().equals(way.words())) {
                next++;
            }
            Optional<List<Part>> others = Math.abs(way.money()) < Reconciliation.CENT
                    ? Optional.empty()
                    : subset(ways, next, rest - way.money());
            if (others.isPresent()) {
                return Optional.of(
                        Stream.concat(Stream.of(way), others.get().stream()).toList());
            }
        }
        return Optional.empty();
    }
}
