/** What every format looks like to the reader: tables of rows of text. */
@NullMarked
package io.segmenta.engine.ingest.table;

import org.jspecify.annotations.NullMarked;
