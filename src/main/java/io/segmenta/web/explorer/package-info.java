/** A run's customers, one by one. */
@NullMarked
package io.segmenta.web.explorer;

import org.jspecify.annotations.NullMarked;
