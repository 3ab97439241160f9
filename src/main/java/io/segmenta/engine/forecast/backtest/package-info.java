/** Forecasts tested on held-out time. */
@NullMarked
package io.segmenta.engine.forecast.backtest;

import org.jspecify.annotations.NullMarked;
