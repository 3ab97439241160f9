/** Two runs side by side. */
@NullMarked
package io.segmenta.service.compare;

import org.jspecify.annotations.NullMarked;
