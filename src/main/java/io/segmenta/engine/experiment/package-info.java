/** Control groups, and what a campaign changed. */
@NullMarked
package io.segmenta.engine.experiment;

import org.jspecify.annotations.NullMarked;
