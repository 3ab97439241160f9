/** How long customers pause between purchases, and where each of them stands by their own rhythm. */
@NullMarked
package io.segmenta.engine.rhythm;

import org.jspecify.annotations.NullMarked;
