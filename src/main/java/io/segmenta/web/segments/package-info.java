/** Who is in each segment. */
@NullMarked
package io.segmenta.web.segments;

import org.jspecify.annotations.NullMarked;
