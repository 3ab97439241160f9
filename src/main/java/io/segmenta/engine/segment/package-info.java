/** Clusters a marketer can use: personas, profiles, caveats. */
@NullMarked
package io.segmenta.engine.segment;

import org.jspecify.annotations.NullMarked;
