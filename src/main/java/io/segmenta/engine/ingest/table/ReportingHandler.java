package io.segmenta.engine.ingest.table;

/** Passes rows on and tells every so often that it is alive. */
public final class ReportingHandler implements RowHandler {
    private final RowHandler target;
    private final long everyRows;
    private final Runnable report;
    private long rows;

    public ReportingHandler(RowHandler target, long everyRows, Runnable report) {
        this.target = target;
        this.everyRows = everyRows;
        this.report = report;
    }

    @Override
    public void cell(int column, byte[] utf8, int from, int to) {
        target.cell(column, utf8, from, to);
    }

    @Override
    public boolean endRow() {
        if (++rows % everyRows == 0) {
            report.run();
        }
        return target.endRow();
    }
}
