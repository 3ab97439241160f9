/** Wiring of the application. */
@NullMarked
package io.segmenta;

import org.jspecify.annotations.NullMarked;
