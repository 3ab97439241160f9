package io.segmenta.engine.transactions;

import java.util.function.Consumer;

/** Asking and changing the rows of a dataset in SQL. */
interface Queries {
    void execute(String sql);

    /** Calls back once per row of the answer. */
    void query(String sql, Consumer<Row> reader);

    /** The single number of a query that answers one. */
    long number(String sql);
}
