/** Files of any origin into the rows of a dataset, and headers into fields. */
@NullMarked
package io.segmenta.ingest;

import org.jspecify.annotations.NullMarked;
