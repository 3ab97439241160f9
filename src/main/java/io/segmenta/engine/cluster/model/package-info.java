/** What goes into a clustering and what comes out of one: hyperparameters, labels, fitted models. */
@NullMarked
package io.segmenta.engine.cluster.model;

import org.jspecify.annotations.NullMarked;
