/** How good a clustering is; sees rows and labels only. */
@NullMarked
package io.segmenta.evaluate;

import org.jspecify.annotations.NullMarked;
