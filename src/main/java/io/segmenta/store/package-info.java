/**
 * H2 and the files of models, behind the ports of {@code service}, which say what each method means and throws.
 *
 * <p>Any thread may call, several at a time: each statement takes a connection from a pool of eight, waits for one where all are in use,
 * and is a transaction of its own. It is written to the file before it returns, so what a method did survives {@code kill -9}; what must
 * appear at once is therefore one statement. Where that is not possible, as for the results of a run ({@link io.segmenta.store.H2Runs}),
 * the statement that makes them visible is the last, and what stands there without it is swept at the next start.
 *
 * <p>A database that fails (a full disk, say) throws Spring's {@code DataAccessException}, a file that cannot be written an
 * {@code UncheckedIOException}: neither is the user's mistake.
 */
@NullMarked
package io.segmenta.store;

import org.jspecify.annotations.NullMarked;
