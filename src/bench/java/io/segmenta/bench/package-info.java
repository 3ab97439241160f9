/** Benchmarks: the stages of a run and the kernels, beside others doing the same. Not part of the product. */
@NullMarked
package io.segmenta.bench;

import org.jspecify.annotations.NullMarked;
