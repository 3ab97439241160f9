@NullMarked
package io.segmenta.engine.forecast;

import org.jspecify.annotations.NullMarked;
