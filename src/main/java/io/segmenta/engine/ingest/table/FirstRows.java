package io.segmenta.engine.ingest.table;

import io.segmenta.engine.base.UserFacingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first rows that have any text, to find the header and to show what a table looks like. */
public final class FirstRows implements RowHandler {
    /** Looked at of each table, unless only fewer are wanted. */
    public static final int MOST = 50;

    static final int MAX_COLUMNS = 2_000;

    private final int wanted;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();

    /** @param wanted rows, at least 1; the scan is told to end after them */
    public FirstRows(int wanted) {
        this.wanted = wanted;
    }

    /** At most as many as wanted, each as long as its last cell; missing cells are empty. */
    public List<List<String>> rows() {
        return rows;
    }

    /** @throws UserFacingException where a row has more columns than a table of transactions can have */
    @Override
    public void cell(int column, byte[] utf8, int from, int to) {
        if (column >= MAX_COLUMNS) {
            throw new UserFacingException("The first rows have more than " + MAX_COLUMNS
                    + " columns. A transaction export has about ten: export one line per purchased product.");
        }
        while (row.size() < column) {
            row.add("");
        }
        row.add(new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public boolean endRow() {
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(row);
        }
        row = new ArrayList<>();
        return rows.size() < wanted;
    }
}
