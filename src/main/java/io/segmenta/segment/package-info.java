/** Clusters a marketer can use: personas, profiles, caveats. */
@NullMarked
package io.segmenta.segment;

import org.jspecify.annotations.NullMarked;
