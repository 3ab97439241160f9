/** Reading: from a file of any supported format to the rows of a dataset. */
@NullMarked
package io.segmenta.engine.ingest;

import org.jspecify.annotations.NullMarked;
