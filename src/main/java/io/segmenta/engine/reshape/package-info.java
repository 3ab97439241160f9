/** What people make of segments: some put together, one divided, and found again in later runs. */
@NullMarked
package io.segmenta.engine.reshape;

import org.jspecify.annotations.NullMarked;
