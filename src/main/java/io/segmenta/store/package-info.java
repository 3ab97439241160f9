/** H2 behind the ports of run. */
@NullMarked
package io.segmenta.store;

import org.jspecify.annotations.NullMarked;
