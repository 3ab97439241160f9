/** What customers bought and when, as the forecasts see it. */
@NullMarked
package io.segmenta.engine.forecast.history;

import org.jspecify.annotations.NullMarked;
