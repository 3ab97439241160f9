/** What leaves the product as files. */
@NullMarked
package io.segmenta.engine.export;

import org.jspecify.annotations.NullMarked;
