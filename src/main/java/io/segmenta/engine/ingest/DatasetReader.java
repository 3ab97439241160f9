package io.segmenta.engine.ingest;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.join.TableJoin;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.ingest.table.TableLink;
import io.segmenta.engine.reading.Preparation;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of any supported format into an empty dataset store, in one pass and in memory that does not grow with the file. A
 * file that cannot be read is refused with a {@link UserFacingException} and nothing of it stays but the store's file.
 */
public final class DatasetReader {
    private DatasetReader() {}

    /**
     * @param fileName what the user calls the file; it serves messages only
     * @param store newly opened; after a failure it is of no use and is to be deleted with its file
     * @param progress from 0 to 1; called on the calling thread, which it may cancel
     * @throws UserFacingException where there is no such file, or it cannot be read, holds no rows or is too large for the disk
     * @throws io.segmenta.engine.base.CancelledException where the progress is cancelled
     */
    public static SourceSummary read(Path file, String fileName, TransactionStore store, Progress progress) {
        return read(file, fileName, SourceOptions.AUTOMATIC, store, progress);
    }

    /**
     * As {@link #read(Path, String, TransactionStore, Progress)}, with a say in what is read.
     *
     * @throws UserFacingException also where a table that is asked for is not there, or several do not have the same columns
     */
    public static SourceSummary read(
            Path file, String fileName, SourceOptions options, TransactionStore store, Progress progress) {
        return open(file, fileName, options, store.file(), progress, (choice, work) -> {
            List<Table> tables = choice.chosen();
            List<String> strays = load(tables, choice, work, store, progress);
            List<TableLink> joined =
                    store.rows() > 0 ? join(tables, choice, options, work, store, progress) : List.of();
            long rows = store.rows();
            if (rows == 0) {
                throw new UserFacingException(
                        "\"" + fileName + "\" has a header but no rows below it. Export a period with orders in it.");
            }
            Preparation.add(store);
            String format = tables.stream().map(Table::format).distinct().collect(Collectors.joining("; "));
            List<String> left =
                    tables.stream().flatMap(table -> table.notes().stream()).toList();
            List<String> notes = Stream.of(choice.notes(joined.isEmpty()), left, strays)
                    .flatMap(List::stream)
                    .toList();
            return new SourceSummary(
                    format, store.headers(), rows, new SourceNotes(notes, joined, encoding(tables, options)));
        });
    }

    /** @return notes on what was left out */
    private static List<String> load(
            List<Table> tables, TableChoice choice, WorkFolder work, TransactionStore store, Progress progress)
            throws IOException {
        List<String> headers = choice.shape(tables.getFirst()).headers();
        store.create(headers);
        StrayRows strays = new StrayRows(store);
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i);
            int headerRow = choice.shape(table).headerRow();
            double done = (double) i / tables.size();
            long before = store.rows();
            long cut = new TableLoader(
                            store,
                            work,
                            headers.size(),
                            (fraction, detail) -> progress.report(done + fraction / tables.size(), detail))
                    .load(table, headerRow + 1);
            strays.look(before, table, headerRow, cut);
        }
        strays.leaveOut();
        return strays.notes();
    }

    /** As it was chosen, or else as it was decided by the words of the first of the tables for which that took any. */
    private static @Nullable String encoding(List<Table> tables, SourceOptions options) {
        return options.encoding() != null
                ? options.encoding()
                : tables.stream()
                        .flatMap(table -> table.encoding().stream())
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Where the chosen tables alone do not say who, when and how much, the other tables of the file may; or they are asked for.
     *
     * @return what was joined
     */
    private static List<TableLink> join(
            List<Table> chosen,
            TableChoice choice,
            SourceOptions options,
            WorkFolder work,
            TransactionStore store,
            Progress progress)
            throws IOException {
        List<List<Table>> others = Boolean.FALSE.equals(options.join()) ? List.of() : choice.others(chosen);
        boolean asked = Boolean.TRUE.equals(options.join()) || !options.tables().isEmpty();
        if (others.isEmpty() || (!asked && TableJoin.isWhole(store))) {
            return List.of();
        }
        TableJoin join = new TableJoin(store);
        join.set(chosen.getFirst().name());
        for (List<Table> other : others) {
            try {
                load(other, choice, work, store, (fraction, detail) -> progress.report(1, detail));
                join.set(other.getFirst().name());
            } catch (UserFacingException e) {
                // a table beside the orders that cannot be read tells nothing of them
                join.forget();
            }
        }
        List<TableLink> links = join.join(asked);
        if (asked && links.isEmpty()) {
            throw new UserFacingException(Stream.concat(Stream.of(chosen), others.stream())
                            .map(group -> "\"" + group.getFirst().name() + "\"")
                            .collect(Collectors.joining(", "))
                    + " have different columns, and none of one leads to a row of another. Choose one of them, or add to "
                    + "your export the number by which they belong together.");
        }
        return links;
    }

    /**
     * What the file offers to choose from; nothing is stored.
     *
     * @param scratch where archives are unpacked for a moment, in a folder of its own beside this path
     * @throws UserFacingException where there is no such file, or it cannot be read or holds no rows
     */
    public static SourceCatalogue catalogue(
            Path file, String fileName, SourceOptions options, Path scratch, Progress progress) {
        return open(file, fileName, options, scratch, progress, (choice, work) -> {
            List<Table> chosen = choice.chosen();
            return new SourceCatalogue(choice.filled().stream()
                    .map(table -> choice(table, choice.shape(table), chosen.contains(table)))
                    .toList());
        });
    }

    private static SourceCatalogue.Choice choice(Table table, TableShape shape, boolean proposed) {
        List<List<String>> rows = table.firstRows();
        List<List<String>> data = rows.subList(shape.headerRow() + 1, rows.size());
        return new SourceCatalogue.Choice(
                table.name(),
                table.format(),
                shape.headers(),
                shape.headerRow() >= 0,
                shape.fields(),
                rows.size() < FirstRows.MOST ? OptionalLong.of(data.size()) : table.rows(),
                data,
                proposed);
    }

    private interface Work<T> {
        T with(TableChoice choice, WorkFolder work) throws IOException;
    }

    private static <T> T open(
            Path file, String fileName, SourceOptions options, Path beside, Progress progress, Work<T> reading) {
        if (!Files.isRegularFile(file)) {
            throw new UserFacingException("There is no file \"" + fileName + "\". Check its name and folder.");
        }
        try (WorkFolder work = WorkFolder.beside(beside);
                SourceFile source = new SourceOpener(work, progress, options.encoding()).open(file, fileName)) {
            return reading.with(new TableChoice(source.tables(), fileName, options), work);
        } catch (IOException | UncheckedIOException e) {
            throw new UserFacingException(
                    "\"" + fileName + "\" could not be read to its end (" + e.getMessage()
                            + "). Check the file and the free disk space, then try again.",
                    e);
        }
    }
}
