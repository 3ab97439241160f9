/** How values of the engine are written as JSON and read again. */
@NullMarked
package io.segmenta.engine.document;

import org.jspecify.annotations.NullMarked;
