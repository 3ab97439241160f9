/** Example values and fake services for tests. */
@NullMarked
package io.segmenta.testing;

import org.jspecify.annotations.NullMarked;
