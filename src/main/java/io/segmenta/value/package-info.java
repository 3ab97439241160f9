/** What customers are likely to do next and what that is worth: inactivity, purchases, spend, customer lifetime value, and the backtest of all. */
@NullMarked
package io.segmenta.value;

import org.jspecify.annotations.NullMarked;
