/** The cleaning rules as SQL, and the report of what they kept and dropped. */
@NullMarked
package io.segmenta.engine.clean;

import org.jspecify.annotations.NullMarked;
