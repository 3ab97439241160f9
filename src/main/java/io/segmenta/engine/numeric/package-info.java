/** Small arithmetic that several rooms need, each piece once: means, quantiles, ranks, sampling. Plain arrays in, plain arrays out. */
@NullMarked
package io.segmenta.engine.numeric;

import org.jspecify.annotations.NullMarked;
