/** Searches for the hyperparameters that give the best segments. */
@NullMarked
package io.segmenta.engine.tune;

import org.jspecify.annotations.NullMarked;
