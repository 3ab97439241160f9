/** The engines of Weka behind the same hyperparameters. */
@NullMarked
package io.segmenta.engine.cluster.weka;

import org.jspecify.annotations.NullMarked;
