/** What segments did in time that was held out: the same recipe on an earlier day, then what came. */
@NullMarked
package io.segmenta.engine.heldout;

import org.jspecify.annotations.NullMarked;
