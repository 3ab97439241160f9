/** Which header is which field, and how dates and numbers are written: one place that the wizard, the command line and the cleaning ask. */
@NullMarked
package io.segmenta.engine.columns;

import org.jspecify.annotations.NullMarked;
