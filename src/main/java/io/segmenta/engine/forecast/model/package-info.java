/** Probability models of purchases and spend, and their fits. */
@NullMarked
package io.segmenta.engine.forecast.model;

import org.jspecify.annotations.NullMarked;
