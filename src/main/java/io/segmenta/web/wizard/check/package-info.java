/** Step 2: what was made of the file, and everything by which it can be changed. */
@NullMarked
package io.segmenta.web.wizard.check;

import org.jspecify.annotations.NullMarked;
