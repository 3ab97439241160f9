/** From a file to a running segmentation in five steps; each step is a sub-package, what they share is here. */
@NullMarked
package io.segmenta.web.wizard;

import org.jspecify.annotations.NullMarked;
