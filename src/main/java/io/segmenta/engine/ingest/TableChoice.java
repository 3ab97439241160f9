package io.segmenta.engine.ingest;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.join.TableJoin;
import io.segmenta.engine.ingest.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which tables of a file are read: those that were asked for, or the ones that look most like transactions. */
final class TableChoice {
    private final String fileName;
    private final SourceOptions options;
    private final List<Table> filled;

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
        return options.tables().isEmpty() ? proposed() : named();
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
        TableShape first = shape(named.getFirst());
        for (Table table : named) {
            if (!first.fits(shape(table))) {
                throw new UserFacingException("\"" + named.getFirst().name() + "\" and \"" + table.name()
                        + "\" have different columns and cannot be read together. Choose one of them.");
            }
        }
        return named;
    }

    /** The tables with the same headers among which most of the required fields are recognised; the first of equals. */
    private List<Table> proposed() {
        Table best = filled.getFirst();
        for (Table table : filled) {
            if (score(table) > score(best)) {
                best = table;
            }
        }
        TableShape shape = shape(best);
        return filled.stream().filter(table -> shape.fits(shape(table))).toList();
    }

    /** The tables beside the chosen ones that may be joined with them; those of equal headers together. */
    List<List<Table>> others(List<Table> chosen) {
        List<List<Table>> others = new ArrayList<>();
        for (Table table : filled) {
            TableShape shape = shape(table);
            if (!chosen.contains(table)
                    && shape.headerRow() >= 0
                    && table.firstRows().size() > shape.headerRow() + 1
                    && TableJoin.mayJoin(table.name())) {
                others.stream()
                        .filter(group -> shape(group.getFirst()).fits(shape))
                        .findFirst()
                        .ifPresentOrElse(group -> group.add(table), () -> others.add(new ArrayList<>(List.of(table))));
            }
        }
        return others;
    }

    private long score(Table table) {
        TableShape shape = shape(table);
        long rows = table.firstRows().size() - shape.headerRow() - 1L;
        return rows > 0 ? 1 + shape.fields() : 0;
    }

    private static String names(List<Table> tables) {
        return tables.stream().map(table -> "\"" + table.name() + "\"").collect(Collectors.joining(", "));
    }
}
