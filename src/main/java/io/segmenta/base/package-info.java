/** Small values every stage speaks in. */
@NullMarked
package io.segmenta.base;

import org.jspecify.annotations.NullMarked;
