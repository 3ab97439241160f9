/** How good a clustering is; sees rows and labels only. */
@NullMarked
package io.segmenta.engine.evaluate;

import org.jspecify.annotations.NullMarked;
