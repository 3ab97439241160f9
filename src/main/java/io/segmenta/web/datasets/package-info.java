/** The datasets of this installation as things of their own. */
@NullMarked
package io.segmenta.web.datasets;

import org.jspecify.annotations.NullMarked;
