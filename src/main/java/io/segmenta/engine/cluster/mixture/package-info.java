/** Gaussian mixtures by expectation maximisation. */
@NullMarked
package io.segmenta.engine.cluster.mixture;

import org.jspecify.annotations.NullMarked;
