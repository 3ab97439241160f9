/** What a file says: which column is which field, what a row is, which rows are sales. Decided from the values; names only point. */
@NullMarked
package io.segmenta.engine.reading;

import org.jspecify.annotations.NullMarked;
