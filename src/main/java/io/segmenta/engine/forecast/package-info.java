/** What customers are likely to do next and what that is worth: inactivity, purchases, spend, lifetime value, and the test of all. */
@NullMarked
package io.segmenta.engine.forecast;

import org.jspecify.annotations.NullMarked;
