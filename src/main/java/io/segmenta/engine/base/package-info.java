/** Small values every stage speaks in. */
@NullMarked
package io.segmenta.engine.base;

import org.jspecify.annotations.NullMarked;
