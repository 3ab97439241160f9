/** Customers by the month of their first purchase. */
@NullMarked
package io.segmenta.web.cohorts;

import org.jspecify.annotations.NullMarked;
