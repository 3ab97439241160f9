/** New customers in old segments. */
@NullMarked
package io.segmenta.service.scoring;

import org.jspecify.annotations.NullMarked;
