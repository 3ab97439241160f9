/** Step 3: what will be kept and dropped, before anything is computed. */
@NullMarked
package io.segmenta.web.wizard.quality;

import org.jspecify.annotations.NullMarked;
