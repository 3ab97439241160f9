/** The DuckDB store of a dataset's rows: schema, bulk append, SQL; the only place that knows DuckDB. */
@NullMarked
package io.segmenta.engine.transactions;

import org.jspecify.annotations.NullMarked;
