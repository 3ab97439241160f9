/** Searches for the hyperparameters that give the best segments. */
@NullMarked
package io.segmenta.tune;

import org.jspecify.annotations.NullMarked;
