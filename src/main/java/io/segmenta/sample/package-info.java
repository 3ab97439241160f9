/** Realistic sample transactions, generated. */
@NullMarked
package io.segmenta.sample;

import org.jspecify.annotations.NullMarked;
