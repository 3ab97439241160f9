/** What leaves the product as files. */
@NullMarked
package io.segmenta.export;

import org.jspecify.annotations.NullMarked;
