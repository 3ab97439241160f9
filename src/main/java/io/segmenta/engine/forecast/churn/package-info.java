/** What is learned of the days after an earlier origin: who will be inactive, and what the others spend. */
@NullMarked
package io.segmenta.engine.forecast.churn;

import org.jspecify.annotations.NullMarked;
