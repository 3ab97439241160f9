/** Composes the stages into runs that can be queued, watched, cancelled and looked up. */
@NullMarked
package io.segmenta.run;

import org.jspecify.annotations.NullMarked;
