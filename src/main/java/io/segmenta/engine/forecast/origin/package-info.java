/** What was known on a day of the past, and what the models forecast from it. */
@NullMarked
package io.segmenta.engine.forecast.origin;

import org.jspecify.annotations.NullMarked;
