/** Step 5: watching the run. */
@NullMarked
package io.segmenta.web.wizard.training;

import org.jspecify.annotations.NullMarked;
