/** Several tables of one file as one: which keys lead from one to another, and the wide table that follows. */
@NullMarked
package io.segmenta.engine.ingest.join;

import org.jspecify.annotations.NullMarked;
