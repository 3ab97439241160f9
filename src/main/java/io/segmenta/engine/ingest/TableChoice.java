package io.segmenta.engine.ingest;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.join.TableJoin;
import io.segmenta.engine.ingest.table.Table;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which tables of a file are read: those that were asked for, or the ones that look most like transactions. */
final class TableChoice {
    private final String fileName;
    private final SourceOptions options;
    private static final int MOST_NAMED = 12;

    private final List<Table> filled;
    private final IdentityHashMap<Table, TableLikeness> likenesses = new IdentityHashMap<>();

    /** @throws UserFacingException where no table holds a row */
    TableChoice(List<Table> tables, String fileName, SourceOptions options) {
        this.fileName = fileName;
        this.options = options;
        this.filled =
                tables.stream().filter(table -> !table.firstRows().isEmpty()).toList();
        if (filled.isEmpty()) {
            throw new UserFacingException(
                    "\"" + fileName + "\" holds no rows. Export your orders again and upload that file.");
        }
    }

    List<Table> filled() {
        return filled;
    }

    List<Table> chosen() {
        return options.tables().isEmpty() ? likeliest(filled) : likeliestOfNamed();
    }

    /** Tables of different columns that were asked for together are meant to be joined, unless that is refused. */
    private List<Table> likeliestOfNamed() {
        List<Table> named = named();
        TableShape first = shape(named.getFirst());
        Optional<Table> other =
                named.stream().filter(table -> !first.fits(shape(table))).findFirst();
        if (other.isEmpty()) {
            return named;
        }
        if (Boolean.FALSE.equals(options.join())) {
            throw new UserFacingException(
                    "\"" + named.getFirst().name() + "\" and \""
                            + other.get().name()
                            + "\" have different columns and cannot be read one below the other. Choose one of them, or let them be joined.");
        }
        return likeliest(named);
    }

    TableShape shape(Table table) {
        return TableShape.of(table, options.header());
    }

    private List<Table> named() {
        if (filled.size() == 1 && filled.getFirst().name().isEmpty()) {
            throw new UserFacingException(
                    "\"" + fileName + "\" holds one table without a name. Leave out the name of a sheet or table.");
        }
        List<Table> named = new ArrayList<>();
        for (String name : options.tables()) {
            named.add(filled.stream()
                    .filter(table -> table.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UserFacingException("\"" + fileName + "\" has no table \"" + name
                            + "\" with rows in it. There is: " + names(filled) + ".")));
        }
        return named;
    }

    /** The tables with the same headers that look most like transactions; the longest of those that do so equally, or the first. */
    private List<Table> likeliest(List<Table> of) {
        Table best = of.getFirst();
        for (Table table : of) {
            TableLikeness ours = likeness(table);
            TableLikeness theirs = likeness(best);
            if (ours.score() > theirs.score() || (ours.score() == theirs.score() && ours.rows() > theirs.rows())) {
                best = table;
            }
        }
        TableShape shape = shape(best);
        return of.stream().filter(table -> shape.fits(shape(table))).toList();
    }

    /** The tables beside the chosen ones that may be joined with them, as far as they were asked for; those of equal headers together. */
    List<List<Table>> others(List<Table> chosen) {
        List<List<Table>> others = new ArrayList<>();
        boolean all = options.tables().isEmpty();
        for (Table table : all ? filled : named()) {
            TableShape shape = shape(table);
            if (!chosen.contains(table)
                    && shape.headerRow() >= 0
                    && table.firstRows().size() > shape.headerRow() + 1
                    && (!all || TableJoin.mayJoin(table.name()))) {
                others.stream()
                        .filter(group -> shape(group.getFirst()).fits(shape))
                        .findFirst()
                        .ifPresentOrElse(group -> group.add(table), () -> others.add(new ArrayList<>(List.of(table))));
            }
        }
        return others;
    }

    private TableLikeness likeness(Table table) {
        return likenesses.computeIfAbsent(table, t -> TableLikeness.of(t, shape(t)));
    }

    /**
     * Which tables are read, and why the others are not.
     *
     * @param alone whether none of the others was joined
     */
    List<String> notes(boolean alone) {
        List<Table> chosen = chosen();
        if (filled.size() == 1 || !options.tables().isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        List<Table> others =
                filled.stream().filter(table -> !chosen.contains(table)).toList();
        if (chosen.size() > 1) {
            notes.add(names(chosen) + " have the same columns and are read one below the other.");
        }
        if (alone && !others.isEmpty()) {
            notes.add((chosen.size() > 1 ? "They look" : names(chosen) + " looks") + " most like orders. Not read: "
                    + others.stream()
                            .limit(MOST_NAMED)
                            .map(table -> "\"" + table.name() + "\" ("
                                    + likeness(table).words() + ")")
                            .collect(Collectors.joining(", "))
                    + (others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "") + ".");
        }
        return notes;
    }

    private static String names(List<Table> tables) {
        return tables.stream().map(table -> "\"" + table.name() + "\"").collect(Collectors.joining(", "));
    }
}
