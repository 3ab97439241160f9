/** Step 1: choosing the data. */
@NullMarked
package io.segmenta.web.wizard.data;

import org.jspecify.annotations.NullMarked;
