/** Who is likely to be inactive, what customers are worth, and how far either forecast can be trusted. */
@NullMarked
package io.segmenta.web.value;

import org.jspecify.annotations.NullMarked;
