/** Two runs side by side: what moved between them. */
@NullMarked
package io.segmenta.web.compare;

import org.jspecify.annotations.NullMarked;
