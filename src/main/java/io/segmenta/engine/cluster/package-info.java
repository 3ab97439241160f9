/** Clusterings: labels and a fitted model; knows nothing of marketing. */
@NullMarked
package io.segmenta.engine.cluster;

import org.jspecify.annotations.NullMarked;
