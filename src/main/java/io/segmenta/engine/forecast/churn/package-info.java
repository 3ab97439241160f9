/** Who will be inactive. */
@NullMarked
package io.segmenta.engine.forecast.churn;

import org.jspecify.annotations.NullMarked;
