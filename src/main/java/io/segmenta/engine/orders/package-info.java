/** What one customer bought: their orders and products, as cleaned. */
@NullMarked
package io.segmenta.engine.orders;

import org.jspecify.annotations.NullMarked;
