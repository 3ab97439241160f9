/** Step 2: which column is which field. */
@NullMarked
package io.segmenta.web.wizard.columns;

import org.jspecify.annotations.NullMarked;
