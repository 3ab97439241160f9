/** Tables and views of SQLite databases. */
@NullMarked
package io.segmenta.engine.ingest.sqlite;

import org.jspecify.annotations.NullMarked;
