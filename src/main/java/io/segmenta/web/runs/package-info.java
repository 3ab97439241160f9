/** The history of runs, and the start page of a fresh installation. */
@NullMarked
package io.segmenta.web.runs;

import org.jspecify.annotations.NullMarked;
