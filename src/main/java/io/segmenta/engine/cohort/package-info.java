/** Who bought first when, and what became of them month by month. */
@NullMarked
package io.segmenta.engine.cohort;

import org.jspecify.annotations.NullMarked;
