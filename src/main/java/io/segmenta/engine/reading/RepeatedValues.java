package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.TransactionStore;

/**
 * What comes more than once in a column.
 *
 * @param values that stand on several rows
 * @param onOneDay those of them whose rows are all of one day
 */
record RepeatedValues(long values, long onOneDay) {
    static RepeatedValues of(TransactionStore store, ColumnFacts column, ColumnFacts date) {
        RepeatedValues[] found = new RepeatedValues[1];
        store.query(
                "SELECT count(*), count(*) FILTER (days = 1) FROM (SELECT count(DISTINCT left(trim(" + date.column()
                        + "), 10)) AS days FROM " + ColumnFacts.SOME + " WHERE " + column.column()
                        + " IS NOT NULL GROUP BY " + column.column() + " HAVING count(*) > 1)",
                row -> found[0] = new RepeatedValues(row.integer(0), row.integer(1)));
        return found[0];
    }
}
