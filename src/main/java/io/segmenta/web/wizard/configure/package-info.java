/** Step 4: how to segment. */
@NullMarked
package io.segmenta.web.wizard.configure;

import org.jspecify.annotations.NullMarked;
