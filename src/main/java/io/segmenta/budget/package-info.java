/** Money split over segments, and what it may return. */
@NullMarked
package io.segmenta.budget;

import org.jspecify.annotations.NullMarked;
