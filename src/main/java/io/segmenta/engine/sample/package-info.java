/** Realistic sample transactions, generated. */
@NullMarked
package io.segmenta.engine.sample;

import org.jspecify.annotations.NullMarked;
