/** A run as a pure function: from rows and a recipe to segments, forecasts and a model. */
@NullMarked
package io.segmenta.engine.pipeline;

import org.jspecify.annotations.NullMarked;
