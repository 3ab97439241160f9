/** The budget split over the segments and its simple return. */
@NullMarked
package io.segmenta.web.budget;

import org.jspecify.annotations.NullMarked;
