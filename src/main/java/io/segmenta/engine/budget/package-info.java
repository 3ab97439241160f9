/** Money split over segments, and what it may return. */
@NullMarked
package io.segmenta.engine.budget;

import org.jspecify.annotations.NullMarked;
