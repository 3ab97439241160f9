/** The run's results as downloads. */
@NullMarked
package io.segmenta.web.exports;

import org.jspecify.annotations.NullMarked;
