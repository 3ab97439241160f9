/** The files of a run. */
@NullMarked
package io.segmenta.service.export;

import org.jspecify.annotations.NullMarked;
