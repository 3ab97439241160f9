/** Customer features in natural units, and their transformation into a feature matrix. */
@NullMarked
package io.segmenta.engine.features;

import org.jspecify.annotations.NullMarked;
