/** Runs: queue, progress, history, and which run follows which. */
@NullMarked
package io.segmenta.service.run;

import org.jspecify.annotations.NullMarked;
