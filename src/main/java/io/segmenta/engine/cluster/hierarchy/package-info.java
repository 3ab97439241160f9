/** Agglomerative clustering and its dendrogram. */
@NullMarked
package io.segmenta.engine.cluster.hierarchy;

import org.jspecify.annotations.NullMarked;
