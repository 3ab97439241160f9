/** Delimited text in any encoding. */
@NullMarked
package io.segmenta.engine.ingest.text;

import org.jspecify.annotations.NullMarked;
