/** k-means with bounds, from several starts. */
@NullMarked
package io.segmenta.engine.cluster.kmeans;

import org.jspecify.annotations.NullMarked;
