/** Parquet files. */
@NullMarked
package io.segmenta.engine.ingest.parquet;

import org.jspecify.annotations.NullMarked;
